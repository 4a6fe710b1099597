import { Cohort, type Command, type Port, type Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import { latestSaid } from '../cohort/latest-said.ts'
import type { Sources } from '../sources.ts'
import { readErasure, type Erasure } from './erasure.ts'

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

export type EraseFailure =
  Command.NotAllowed | Command.TooFar | Stored.Malformed | Port.Misused | Port.Unavailable

/** What erasing works with. */
export interface ErasingBench {
  readonly cohorts: Pick<Cohorts, 'handle' | 'load'>
  readonly directory: Pick<
    Port.Directory,
    'cohortsOf' | 'findPeople' | 'erase' | 'told' | 'erasing'
  >
  readonly sources: Pick<Sources, 'now'>
  /** In whose name a cohort is told where it would not take the word of who asked. */
  readonly system: Values.Actor
}

/**
 * Whether a coordinator may erase somebody: every cohort that lists the person and can be read would take it from them,
 * and there is one.
 */
const coordinatorMay = async (
  { cohorts, directory }: ErasingBench,
  participant: Values.ParticipantId,
  { at, by }: Erasure,
): Promise<E.Either<EraseFailure, boolean>> => {
  const listed = await directory.cohortsOf(participant)()
  if (E.isLeft(listed)) return listed
  const known = await directory.findPeople([participant])()
  if (E.isLeft(known)) return known
  // Of whom nothing is left, nothing can be taken: asking again is safe.
  if (listed.right.length === 0 && known.right.size === 0) return E.right(true)
  let allowed = 0
  for (const cohort of listed.right) {
    const loaded = await cohorts.load(cohort)()
    if (E.isLeft(loaded)) {
      if (loaded.left._tag === 'Unavailable') return E.left(loaded.left)
      continue
    }
    const decision = Cohort.decide(
      { type: 'EraseParticipant', cohort, at, by, participant },
      loaded.right.cohort,
    )
    // A cohort that never saw the person has no say in it.
    if (!Cohort.wasEnrolled(loaded.right.cohort, participant)) continue
    const no = E.isLeft(decision) ? decision.left._tag : undefined
    if (no === 'NotAllowed') return E.right(false)
    allowed += 1
  }
  return E.right(allowed > 0)
}

const permitted = async (
  bench: ErasingBench,
  erasure: Erasure,
): Promise<E.Either<EraseFailure, void>> => {
  const { by, participants } = erasure
  const no = E.left({ _tag: 'NotAllowed', by } as const)
  switch (by.role) {
    case 'system':
      return E.right(undefined)
    case 'participant':
      return participants.every((id) => id === by.id) ? E.right(undefined) : no
    case 'coordinator': {
      for (const participant of participants) {
        const may = await coordinatorMay(bench, participant, erasure)
        if (E.isLeft(may)) return may
        if (!may.right) return no
      }
      return E.right(undefined)
    }
  }
}

/** Tells one cohort: in the name of who asked, and where it does not take that, in the system's. */
const tell = async (
  { cohorts, system }: ErasingBench,
  { participant, cohort }: Pick<Delayed, 'participant' | 'cohort'>,
  { at, by }: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Delayed['because'], void>> => {
  const command = { type: 'EraseParticipant', cohort, at, by, participant } as const
  const first = await cohorts.handle(command)()
  const answer =
    E.isLeft(first) && first.left._tag === 'NotAllowed'
      ? await cohorts.handle({ ...command, by: system })()
      : first
  if (E.isRight(answer)) return E.right(undefined)
  if (answer.left._tag !== 'UnknownParticipant') return answer
  const loaded = await cohorts.load(cohort)()
  if (E.isLeft(loaded)) return loaded
  // After the close nobody is enrolled any more.
  return loaded.right.cohort.closedAt === undefined
    ? E.left({ _tag: 'NotEnrolled' })
    : E.right(undefined)
}

/** Cohorts that are told at the same time. */
const width = 32

const tellAll = async (
  bench: ErasingBench,
  erasing: ReadonlyArray<Port.Erasing>,
  word: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Port.Misused | Port.Unavailable, ErasureDone>> => {
  const all = erasing.flatMap(({ participant, cohorts }) =>
    cohorts.map((cohort) => ({ participant, cohort })),
  )
  const told: Array<ErasureDone['told'][number]> = []
  const delayed: Array<Delayed> = []
  for (let from = 0; from < all.length; from += width) {
    const some = all.slice(from, from + width)
    const answers = await Promise.all(some.map((one) => tell(bench, one, word)))
    const byCohort = new Map<Values.CohortId, Array<Values.ParticipantId>>()
    for (const [i, one] of some.entries()) {
      const answer = answers[i]
      if (answer === undefined) continue
      if (E.isLeft(answer)) delayed.push({ ...one, because: answer.left })
      else {
        told.push(one)
        byCohort.set(one.cohort, [...(byCohort.get(one.cohort) ?? []), one.participant])
      }
    }
    for (const [cohort, participants] of byCohort) {
      if (!isNonEmpty(participants)) continue
      const settled = await bench.directory.told(cohort, participants)()
      if (E.isLeft(settled)) return settled
    }
  }
  return E.right({ told, delayed })
}

/**
 * Erases people: permission first, then the directory, all of them at once, then every cohort that lists them. A cohort
 * that cannot be told delays nothing but its own event; the same again, or the timekeeper, finishes it.
 */
export const erasing =
  (bench: ErasingBench) =>
  (given: Erasure): TaskEither<EraseFailure, ErasureDone> =>
  async () => {
    const read = readErasure(given)
    if (E.isLeft(read)) return read
    const erasure = read.right
    const latest = latestSaid(bench.sources)
    if (erasure.at > latest) return E.left({ _tag: 'TooFar', latest })
    const may = await permitted(bench, erasure)
    if (E.isLeft(may)) return may
    const erased = await bench.directory.erase(erasure.participants)()
    if (E.isLeft(erased)) return erased
    return tellAll(bench, erased.right, erasure)
  }

/** Tells the cohorts that earlier erasures could not reach; in the system's name. */
export const finishErasures =
  (bench: ErasingBench): TaskEither<Port.Unavailable | Port.Misused, ErasureDone> =>
  async () => {
    const told: Array<ErasureDone['told'][number]> = []
    const delayed: Array<Delayed> = []
    let after: Values.ParticipantId | undefined
    for (let more = true; more;) {
      const limit = 500
      const page = await bench.directory.erasing({ limit, ...(after !== undefined && { after }) })()
      if (E.isLeft(page)) return page
      const done = await tellAll(bench, page.right, { at: bench.sources.now(), by: bench.system })
      if (E.isLeft(done)) return done
      for (const one of done.right.told) told.push(one)
      for (const one of done.right.delayed) delayed.push(one)
      after = page.right.at(-1)?.participant
      more = page.right.length === limit
    }
    return E.right({ told, delayed })
  }
