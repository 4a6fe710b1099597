import type { Values } from '@reverse-mentoring/core'
import { code } from '../code.ts'
import { type Preferences, namedBy } from '../measure/preference.ts'
import { participant } from '../participant.ts'
import type { Score, Weight } from './score.ts'

export interface StatedPreferences extends Weight {
  /** Whose lists they are. */
  readonly of: Values.Role
  /** Whom each of them named, the best liked first; who named nobody is absent. */
  readonly lists: Preferences
  /** How many names count; the first counts so many units, each next one less. */
  readonly most?: number
}

const listsOf = (lists: Preferences): Preferences =>
  new Map([...lists].map(([who, named]) => [participant(who), named.map(participant)]))

/** Points for a pair that one side named. By default only they may be told. */
export const preference = (options: StatedPreferences): Score => ({
  code: code(options.code ?? `named-by-${options.of}`),
  disclosure: options.disclosure ?? 'self',
  about: options.of,
  measure: namedBy(options.of, listsOf(options.lists), options.most ?? 5),
  points: options.points,
  most: options.most ?? 5,
  likingOf: options.of,
})
