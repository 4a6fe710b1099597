import { Matching, Values, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { faultyPolicy } from '../faults/faulty-policy.ts'
import { code } from '../scene/ids.ts'
import { the } from '../scene/the.ts'
import { below } from '../seeded.ts'
import type { Running } from './running.ts'
import type { Place } from './place.ts'
import { nextId } from './seeded-ids.ts'
import { count, instantOf, type World } from './world.ts'

/** Everybody gets whom the cohort allows, as long as there are places: enough for something to be recorded. */
const firstCome: Port.MatchingPolicy = {
  id: code('topics-first'),
  version: '1.0.0' as Values.Version,
  claims: {},
  propose: (pool) => {
    const allows = Matching.allowsPair(pool)
    const left = new Map<string, number>()
    const take = (who: string, places: number): boolean => (left.get(who) ?? places) > 0
    const pairs: Array<Matching.ProposedPair> = []
    for (const mentee of pool.mentees) {
      for (const mentor of pool.mentors) {
        const [one, other] = [`mentor ${mentor.participant}`, `mentee ${mentee.participant}`]
        if (!take(one, mentor.places) || !take(other, mentee.places)) continue
        if (!allows(mentor, mentee)) continue
        left.set(one, (left.get(one) ?? mentor.places) - 1)
        left.set(other, (left.get(other) ?? mentee.places) - 1)
        const { participant } = mentor
        const reasons = [{ rule: code('topics'), points: 1 }]
        pairs.push({ mentor: participant, mentee: mentee.participant, score: 1, reasons })
      }
    }
    return E.right(Matching.resultOfPairs(pool, pairs, allows))
  },
}

/** A coordinator asks for a draft, looks at it for a while, and records it; the cohort may have moved on meanwhile. */
export const draftAndRecord = async (
  world: World,
  { engine, faults }: Running,
  { cohort }: Place,
): Promise<void> => {
  const { chance, scheduler, stage, counts } = world
  const policy = faultyPolicy(firstCome, faults)
  const asked = { cohort, policy, seed: below(chance, 1000), asOf: instantOf(scheduler) }
  const draft = await engine.draft(asked)()
  count(counts, `drafts: ${E.isRight(draft) ? 'made' : draft.left._tag}`)
  if (E.isLeft(draft)) return
  await scheduler.pause(stage, below(chance, 20) * Values.MINUTE)
  const recorded = await engine.record(draft.right, {
    at: instantOf(scheduler),
    by: the.coordinator,
    run: nextId(chance, Values.RunId),
    pairingId: () => nextId(chance, Values.PairingId),
  })()
  const parts = E.isRight(recorded) ? 'recorded' : recorded.left._tag
  count(counts, `drafts: ${parts}`)
}
