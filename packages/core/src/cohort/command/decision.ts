import * as E from 'fp-ts/lib/Either.js'
import { sameJson } from '../../values/same-json.ts'
import type { Actor } from '../../values/actor.ts'
import type { Instant } from '../../values/instant.ts'
import type { CohortEvent } from '../event/event.ts'
import type { CohortOpened } from '../event/opening.ts'
import type { Claim, Cohort } from '../state/cohort.ts'
import type { Dated } from '../state/dated.ts'
import type { IdTaken, NotAllowed, Refusal, Superseded } from './refusal.ts'
import { takenBy } from '../state/taken.ts'
import type { Enrolled } from '../event/enrolment.ts'
import type { Matched } from '../event/pairing.ts'

/** What a command leads to: a refusal, or events; none if it already took effect. */
export type Decision<R extends Refusal> = E.Either<R, ReadonlyArray<CohortEvent>>

/** It already took effect. */
export const nothing: E.Either<never, ReadonlyArray<CohortEvent>> = E.right([])

export const happened = (
  ...events: ReadonlyArray<CohortEvent>
): E.Either<never, ReadonlyArray<CohortEvent>> => E.right(events)

export const refuse = <R extends Refusal>(refusal: R): E.Either<R, never> => E.left(refusal)

export const notAllowed = (by: Actor): E.Either<NotAllowed, never> =>
  refuse({ _tag: 'NotAllowed', by })

/** A cohort that was opened. */
export interface OpenedCohort extends Cohort {
  readonly opened: CohortOpened
}

/** Content is everything but when and by whom it was said. */
export const sameContent = (a: object | undefined, b: object): boolean =>
  sameJson({ ...a, at: '', by: '' }, { ...b, at: '', by: '' })

/** The answer to a command whose id was used before: nothing if it says the same, `IdTaken` otherwise (INV28). */
export const answerToRepeat = (
  cohort: Cohort,
  id: string,
  event: Claim | Enrolled | Matched,
): Decision<IdTaken> | undefined => {
  const before = takenBy(cohort, id)
  if (before === undefined) return undefined
  return sameContent(before, event) ? nothing : refuse({ _tag: 'IdTaken', id })
}

/** Whether a word on a value comes too late: it `repeats` what stands, is `stale`, or is `new` (INV28). */
export const wordOn = <A>(
  current: Dated<A> | undefined,
  value: A,
  at: Instant,
): 'new' | 'repeats' | 'stale' => {
  if (current === undefined || current.at < at) return 'new'
  return sameJson(current.value, value) ? 'repeats' : 'stale'
}

export const superseded: E.Either<Superseded, never> = refuse({ _tag: 'Superseded' })
