import { Cohort, type Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { Erasure } from './erasure.ts'

/** What permissions to erase are looked up in. */
export interface PermissionBench {
  readonly cohorts: Pick<Cohorts, 'load'>
  readonly directory: Pick<Port.Directory, 'cohortsOf' | 'findPeople' | 'erasing'>
}

type Failure = Port.Misused | Port.Unavailable

/** Whether an erasure of somebody is under way. O(erasures under way). */
const isUnderWay = async (
  { directory }: PermissionBench,
  participant: Values.ParticipantId,
): Promise<E.Either<Failure, boolean>> => {
  const limit = 500
  let after: Values.ParticipantId | undefined
  for (let more = true; more;) {
    const page = await directory.erasing({ limit, ...(after !== undefined && { after }) })()
    if (E.isLeft(page)) return page
    if (page.right.some((one) => one.participant === participant)) return E.right(true)
    after = page.right.at(-1)?.participant
    more = page.right.length === limit
  }
  return E.right(false)
}

/** What a coordinator may do about somebody: of whom nothing is known nothing is taken, and asking again is safe. */
type May = 'erase' | 'nothing' | 'not allowed'

/**
 * Whether a coordinator may erase somebody: every cohort that lists the person and can be read would take it from them,
 * and there is one; or it is under way already.
 */
const coordinatorMay = async (
  bench: PermissionBench,
  participant: Values.ParticipantId,
  { at, by }: Pick<Erasure, 'at' | 'by'>,
): Promise<E.Either<Failure, May>> => {
  const { cohorts, directory } = bench
  const listed = await directory.cohortsOf(participant)()
  if (E.isLeft(listed)) return listed
  const known = await directory.findPeople([participant])()
  if (E.isLeft(known)) return known
  if (listed.right.length === 0 && known.right.size === 0) return E.right('nothing')
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
    if (no === 'NotAllowed') return E.right('not allowed')
    allowed += 1
  }
  if (allowed > 0) return E.right('erase')
  return E.map((is: boolean): May => (is ? 'erase' : 'not allowed'))(
    await isUnderWay(bench, participant),
  )
}

/** Those of the people of an erasure whom the directory is told to erase, if it is allowed. */
export const permitted = async (
  bench: PermissionBench,
  { participants, at, by }: Erasure,
): Promise<E.Either<Command.NotAllowed | Failure, ReadonlyArray<Values.ParticipantId>>> => {
  const no = E.left({ _tag: 'NotAllowed', by } as const)
  switch (by.role) {
    case 'system':
      return E.right(participants)
    case 'participant':
      return participants.every((id) => id === by.id) ? E.right(participants) : no
    case 'coordinator': {
      const some: Array<Values.ParticipantId> = []
      for (const participant of participants) {
        const may = await coordinatorMay(bench, participant, { at, by })
        if (E.isLeft(may)) return may
        if (may.right === 'not allowed') return no
        if (may.right === 'erase') some.push(participant)
      }
      return E.right(some)
    }
  }
}
