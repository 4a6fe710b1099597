import { code } from '../code.ts'
import { different } from '../measure/different.ts'
import type { Naming, Rule } from './rule.ts'

const differIn =
  (attribute: string) =>
  (options: Naming & { readonly attribute?: string } = {}): Rule => ({
    code: code(options.code ?? `other-${attribute}`),
    disclosure: options.disclosure ?? 'both',
    about: 'both',
    measure: different(options.attribute ?? attribute),
    least: 1,
  })

/** The two are of different regions. */
export const otherRegion = differIn('region')

/** The two are of different departments. */
export const otherDepartment = differIn('department')

/** The two are at different locations. */
export const otherLocation = differIn('location')
