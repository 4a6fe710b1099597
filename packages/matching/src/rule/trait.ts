import { code } from '../code.ts'
import { type Trait, traitSteps } from '../measure/trait.ts'
import type { Naming, Rule } from './rule.ts'

/** A trait of the two is at least so many steps apart, or, for a similar one, so many steps closer than can be. */
export const traitFits = (options: Naming & Trait & { readonly steps: number }): Rule => ({
  code: code(options.code ?? `${options.direction}-trait`),
  disclosure: options.disclosure ?? 'none',
  about: 'both',
  measure: traitSteps(options),
  least: options.steps,
})
