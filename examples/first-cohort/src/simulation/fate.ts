import type { Cohort } from '@reverse-mentoring/core'
import { between } from './chance.ts'
import type { Pair } from './pair.ts'

/** What will become of a planned session. */
export type Fate =
  | { readonly _tag: 'Held' }
  | {
      readonly _tag: 'Cancelled'
      readonly by: 'mentor' | 'mentee'
      /** Days of warning; 0 is on the day, -1 nobody came. */
      readonly warning: number
    }

const isCancelled = (
  { setting, pairing, character }: Pair,
  session: string,
  ordinal: number,
): boolean => {
  const roll = setting.chance('fate', session)
  const low = between(1, 3, setting.chance('low', pairing.pairing))
  const length = between(2, 3, setting.chance('low length', pairing.pairing))
  switch (character) {
    case 'stalls-and-recovers':
      return ordinal >= low && ordinal < low + length
    case 'fades':
      return ordinal >= low
    case 'slips':
      return roll < 0.3
    case 'withdraws':
      return roll < 0.2
    case 'keeps-steady':
      return roll < 0.05
    case 'silent':
    case 'mentee-declines':
    case 'mentor-declines':
      return false
  }
}

/** Decided by the pairing's character and the session's place among its sessions. Mostly the mentee has no time. */
export const fateOf = (pair: Pair, session: Cohort.Session): Fate => {
  const { setting, pairing } = pair
  const { session: id } = session
  if (!isCancelled(pair, id, pairing.sessions.indexOf(id))) return { _tag: 'Held' }
  return {
    _tag: 'Cancelled',
    by: setting.chance('canceller', id) < 0.75 ? 'mentee' : 'mentor',
    warning: between(-1, 4, setting.chance('warning', id)),
  }
}
