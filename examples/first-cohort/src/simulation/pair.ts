import { Cohort, type Values } from '@reverse-mentoring/core'
import { dayOf, type Day } from './calendar.ts'
import { charactersOf, type Character } from './character.ts'
import type { Deed } from './deed.ts'
import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/** One pairing at the beginning of a day. */
export interface Pair {
  readonly setting: Setting
  readonly world: World
  readonly today: Day
  readonly pairing: Cohort.Pairing
  readonly character: Character
  /** In their order. */
  readonly sessions: ReadonlyArray<Cohort.Session>
}

/** What a pairing does on a day: nothing, or one thing. */
export type Behaviour = (pair: Pair) => ReadonlyArray<Deed>

/** Every pairing that lives, by its id. */
export const livePairs = (setting: Setting, world: World, today: Day): ReadonlyArray<Pair> => {
  const { cohort } = world
  const characters = charactersOf(setting, world)
  return [...Cohort.pairings(cohort)]
    .filter(({ _tag }) => _tag !== 'Ended')
    .sort((a, b) => (a.pairing < b.pairing ? -1 : 1))
    .map((pairing) => ({
      setting,
      world,
      today,
      pairing,
      character: characters.get(pairing.pairing) ?? 'keeps-steady',
      sessions: Cohort.sessionsOf(cohort, pairing),
    }))
}

/** The day on which an instant fell. */
export const dayIn = ({ setting }: Pick<Pair, 'setting'>, at: Values.Instant): Day =>
  dayOf(setting.start, at)

/** The session that is planned and neither held nor cancelled. */
export const openSession = ({ sessions }: Pair): Cohort.Session | undefined =>
  sessions.find(({ status }) => status.value === 'open')
