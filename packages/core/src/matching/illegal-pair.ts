import { judgePair } from '../cohort/command/judge-pair.ts'
import type { Cohort } from '../cohort/state/cohort.ts'
import { pairKey } from '../cohort/state/pair-key.ts'
import { freePlaces } from '../cohort/state/ready.ts'
import { get, keysOf } from '../cohort/state/table.ts'
import type { ParticipantId } from '../values/id.ts'

interface Pair {
  readonly mentor: ParticipantId
  readonly mentee: ParticipantId
}

/** Everybody of whom a policy may want to know something, in the order of their ids. */
export const peopleInPool = (cohort: Cohort): ReadonlyArray<ParticipantId> =>
  [...keysOf(cohort.people)].sort()

/** The first of these pairs that the cohort does not allow beside the ones before it (INV2–8), if any. O(n). */
export const illegalPair = (cohort: Cohort, pairs: ReadonlyArray<Pair>): Pair | undefined => {
  const together = new Set<string>()
  const used = {
    mentor: new Map<ParticipantId, number>(),
    mentee: new Map<ParticipantId, number>(),
  }
  for (const { mentor, mentee } of pairs) {
    const isAgain = together.has(pairKey(mentor, mentee))
    if (isAgain || judgePair(cohort, mentor, mentee) !== undefined) return { mentor, mentee }
    together.add(pairKey(mentor, mentee))
    for (const [role, participant] of [
      ['mentor', mentor],
      ['mentee', mentee],
    ] as const) {
      const places = (used[role].get(participant) ?? 0) + 1
      used[role].set(participant, places)
      const free = freePlaces(cohort, get(cohort.people, participant), role)
      if (places > free) return { mentor, mentee }
    }
  }
  return undefined
}
