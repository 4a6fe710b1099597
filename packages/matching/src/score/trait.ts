import { code } from '../code.ts'
import { type Trait, traitSteps } from '../measure/trait.ts'
import type { Score, Weight } from './score.ts'

/** Points for each step that a trait of the two is apart, or, for a similar one, closer than can be. */
export const trait = (options: Weight & Trait): Score => ({
  code: code(options.code ?? `${options.direction}-trait-points`),
  disclosure: options.disclosure ?? 'none',
  about: 'both',
  measure: traitSteps(options),
  points: options.points,
  most: 2 ** 30,
})
