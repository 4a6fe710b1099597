import { Cohort, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Erasure } from './erasure.ts'

/** A cohort that could not be told yet: it is told later, by the timekeeper or by the same again. */
export interface Delayed {
  readonly participant: Values.ParticipantId
  readonly cohort: Values.CohortId
  /** `NotEnrolled`: an enrolment may still be under way, so the id stays listed as erased. */
  readonly because: HandleFailure | { readonly _tag: 'NotEnrolled' }
}

/** What came of an erasure: what the directory held is gone in any case. */
export interface ErasureDone {
  readonly told: ReadonlyArray<{
    readonly participant: Values.ParticipantId
    readonly cohort: Values.CohortId
  }>
  readonly delayed: ReadonlyArray<Delayed>
}

/** What telling works with. */
export interface TellingBench {
  readonly cohorts: Pick<Cohorts, 'answer' | 'load'>
  readonly directory: Pick<Port.Directory, 'told'>
  /** In whose name a cohort is told where it would not take the word of who asked. */
  readonly system: Values.Actor
}

/** Tells one cohort: in the name of who asked, and where it does not take that, in the system's. */
const tell = async (
  { cohorts, system }: TellingBench,
  { participant, cohort }: Pick<Delayed, 'participant' | 'cohort'>,
  { at, by }: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Delayed['because'], void>> => {
  const command = { type: 'EraseParticipant', cohort, at, by, participant } as const
  const first = await cohorts.answer(command)()
  const answer =
    E.isLeft(first) && first.left._tag === 'NotAllowed'
      ? await cohorts.answer({ ...command, by: system })()
      : first
  if (E.isRight(answer)) return E.right(undefined)
  if (answer.left._tag !== 'UnknownParticipant') return answer
  const loaded = await cohorts.load(cohort)()
  if (E.isLeft(loaded)) return loaded
  const state = loaded.right.cohort
  // After the close nobody is enrolled any more; who was, between the two questions, is told of by the next try.
  return state.closedAt !== undefined && !Cohort.wasEnrolled(state, participant)
    ? E.right(undefined)
    : E.left({ _tag: 'NotEnrolled' })
}

/** Cohorts that are told at the same time. */
const width = 32

/**
 * Tells every cohort of these erasures. What the directory could not take down is a failure once all cohorts have been
 * told: it delays none of them.
 */
export const tellAll = async (
  bench: TellingBench,
  erasing: ReadonlyArray<Port.Erasing>,
  word: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Port.Misused | Port.Unavailable, ErasureDone>> => {
  const all = erasing.flatMap(({ participant, cohorts }) =>
    cohorts.map((cohort) => ({ participant, cohort })),
  )
  const told: Array<ErasureDone['told'][number]> = []
  const delayed: Array<Delayed> = []
  const byCohort = new Map<Values.CohortId, Array<Values.ParticipantId>>()
  for (let from = 0; from < all.length; from += width) {
    const some = all.slice(from, from + width)
    const answers = await Promise.all(some.map((one) => tell(bench, one, word)))
    for (const [i, one] of some.entries()) {
      const answer = answers[i]
      if (answer === undefined) continue
      if (E.isLeft(answer)) {
        delayed.push({ ...one, because: answer.left })
        continue
      }
      told.push(one)
      const ofCohort = byCohort.get(one.cohort)
      if (ofCohort === undefined) byCohort.set(one.cohort, [one.participant])
      else ofCohort.push(one.participant)
    }
  }
  // Once for each cohort: whom it forgets is overwritten in the file, and that is written anew each time.
  for (const [cohort, participants] of byCohort) {
    if (!isNonEmpty(participants)) continue
    const settled = await bench.directory.told(cohort, participants)()
    if (E.isLeft(settled)) return settled
  }
  return E.right({ told, delayed })
}
