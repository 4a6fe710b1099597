import { Cohort, Stored, View, type Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { ReadFailure, Unreadable } from '../cohort/unreadable.ts'
import { halted, type Halted } from '../projection/halted.ts'

export type NotCoordinating =
  Command.NotAllowed | Command.UnknownCohort | Exclude<ReadFailure, Unreadable> | Halted

const isFrame = Stored.guardOf(View.Frame)

/**
 * Whether somebody coordinates a cohort, as the header of the view that is asked says: they are named, and were never
 * enrolled. Where anybody in the role does, the cohort itself is looked at.
 */
export const coordinating =
  (viewStore: Pick<Port.ViewStore, 'headers'>, cohorts: Pick<Cohorts, 'load'>) =>
  (id: Values.ParticipantId, { view, cohort }: Port.ViewOf): TaskEither<NotCoordinating, void> =>
  async () => {
    const headers = await viewStore.headers([{ view, cohort }])()
    if (E.isLeft(headers)) return headers
    const [header] = headers.right
    const unknown = E.left({ _tag: 'UnknownCohort', cohort } as const)
    if (header === undefined) return unknown
    const frame = isFrame(header.frame) ? header.frame : undefined
    const notAllowed = E.left({ _tag: 'NotAllowed', by: { role: 'coordinator', id } } as const)
    const isCurrent = header.parked === undefined
    if (isCurrent && frame?.coordinators !== undefined) {
      return frame.coordinators.includes(id) ? E.right(undefined) : notAllowed
    }
    // The frame is old or damaged, or anybody in the role coordinates: the cohort itself says.
    const loaded = await cohorts.load(cohort)()
    if (E.isLeft(loaded)) {
      const { left } = loaded
      if (left._tag !== 'Unreadable') return E.left(left)
      if (frame?.coordinators === undefined) return E.left(halted(cohort))
      return frame.coordinators.includes(id) ? E.right(undefined) : notAllowed
    }
    const state = loaded.right.cohort
    if (state.opened === undefined) return unknown
    const isNamed = Cohort.coordinatorsOf(state)?.includes(id) ?? !Cohort.wasEnrolled(state, id)
    return isNamed ? E.right(undefined) : notAllowed
  }
