import { code } from '../code.ts'
import { organisationDistance } from '../measure/distance.ts'
import type { Naming, Rule } from './rule.ts'

/** The two have at least so many managers between them below the first common one; none for a team of one manager. */
export const apartInOrganisation = (options: Naming & { readonly steps: number }): Rule => ({
  code: code(options.code ?? 'apart-in-organisation'),
  disclosure: options.disclosure ?? 'both',
  about: 'both',
  measure: organisationDistance(options.steps),
  least: options.steps,
})
