import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'

type Participants = ReadonlyArray<Values.ParticipantId>

/**
 * Lists a cohort with people in the directory; answers whom it refuses, for they are being erased, or were. One call where
 * nobody is, and some log n for each who is.
 */
export const listing =
  (directory: Pick<Port.Directory, 'listCohort'>) =>
  async (
    cohort: Values.CohortId,
    participants: Participants,
  ): Promise<E.Either<Port.Misused | Port.Unavailable, Participants>> => {
    if (!isNonEmpty(participants)) return E.right([])
    const listed = await directory.listCohort(cohort, participants)()
    if (E.isRight(listed)) return E.right([])
    const { left } = listed
    if (left._tag !== 'Erased') return E.left(left)
    if (participants.length === 1) return E.right(participants)
    const half = Math.ceil(participants.length / 2)
    const first = await listing(directory)(cohort, participants.slice(0, half))
    if (E.isLeft(first)) return first
    const second = await listing(directory)(cohort, participants.slice(half))
    return E.map((erased: Participants) => [...first.right, ...erased])(second)
  }
