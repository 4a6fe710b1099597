import { code } from '../code.ts'
import { different } from '../measure/different.ts'
import type { Score, Weight } from './score.ts'

const differIn =
  (attribute: string) =>
  (options: Weight & { readonly attribute?: string }): Score => ({
    code: code(options.code ?? `different-${attribute}`),
    disclosure: options.disclosure ?? 'both',
    about: 'both',
    measure: different(options.attribute ?? attribute),
    points: options.points,
    most: 1,
  })

/** Points for two people of different regions. */
export const differentRegion = differIn('region')

/** Points for two people of different departments. */
export const differentDepartment = differIn('department')

/** Points for two people at different locations. */
export const differentLocation = differIn('location')
