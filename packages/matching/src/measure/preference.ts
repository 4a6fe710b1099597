import type { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, unknown } from './measure.ts'

/** Whom people named, the best liked first. Who is not in the pool is passed over. */
export type Preferences = ReadonlyMap<Values.ParticipantId, ReadonlyArray<Values.ParticipantId>>

/** How high somebody of one side named the other: `most` for the first named, one less for each next, 0 for who is not named; unknown for who named nobody. */
export const namedBy =
  (side: Values.Role, lists: Preferences, most: number): Measure =>
  ({ mentors, mentees }) => {
    const mentorAt = new Map(mentors.map(({ participant }, i) => [participant, i]))
    const menteeAt = new Map(mentees.map(({ participant }, i) => [participant, i]))
    const own = Array.from(mentees, (): Array<readonly [mentor: number, value: number]> => [])
    const spoke = new Uint8Array(side === 'mentor' ? mentors.length : mentees.length)
    for (const [who, list] of lists) {
      const person = (side === 'mentor' ? mentorAt : menteeAt).get(who)
      if (person === undefined || list.length === 0) continue
      spoke[person] = 1
      ;[...new Set(list)].forEach((other, rank) => {
        const mentor = side === 'mentor' ? person : mentorAt.get(other)
        const mentee = side === 'mentor' ? menteeAt.get(other) : person
        if (mentor !== undefined && mentee !== undefined && rank < most)
          own[mentee]?.push([mentor, most - rank])
      })
    }
    const valueOf = new Int32Array(mentors.length)
    return E.right({
      values: (mentee, list, count, into) => {
        for (const [mentor, value] of own[mentee] ?? []) valueOf[mentor] = value
        for (let at = 0; at < count; at += 1) {
          const mentor = list[at] ?? 0
          const hasSpoken = spoke[side === 'mentor' ? mentor : mentee] === 1
          into[at] = hasSpoken ? (valueOf[mentor] ?? 0) : unknown
        }
        for (const [mentor] of own[mentee] ?? []) valueOf[mentor] = 0
      },
      most,
    })
  }
