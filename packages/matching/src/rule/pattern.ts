import { code } from '../code.ts'
import { type Pattern, namesIn, pattern } from '../measure/pattern.ts'
import type { Naming, Rule } from './rule.ts'

/**
 * The two have identity attributes of a pattern, such as a woman who mentors a man. Where something is unknown it says
 * nothing. It does not run unless the cohort's rules record a legal basis for its code.
 */
export const attributePattern = (options: Naming & Pattern): Rule => ({
  code: code(options.code ?? 'attribute-pattern'),
  disclosure: options.disclosure ?? 'none',
  about: 'both',
  reads: namesIn(options),
  measure: pattern(options),
  least: 1,
})
