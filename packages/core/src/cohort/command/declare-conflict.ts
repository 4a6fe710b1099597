import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { conflictFields } from '../event/relation.ts'
import { findPair, isErased, wasEnrolled } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'

/** The actor and somebody else are not to be paired; nobody but the actor learns of it. */
export const DeclareConflict = commandCodec('DeclareConflict', conflictFields, {})
export interface DeclareConflict extends Plain<t.TypeOf<typeof DeclareConflict>> {}

/** Takes the actor's own declaration back. */
export const LiftConflict = commandCodec('LiftConflict', conflictFields, {})
export interface LiftConflict extends Plain<t.TypeOf<typeof LiftConflict>> {}

const decide =
  (stands: boolean) =>
  (order: DeclareConflict | LiftConflict, cohort: OpenedCohort): Decision<SharedRefusal> => {
    const { at, by, against } = order
    if (!wasEnrolled(cohort, by.id) || by.id === against) return notAllowed(by)
    if (isErased(cohort, against)) return notAllowed(by)
    const said = wordOn(findPair(cohort, by.id, against).declared[by.id], stands, at)
    if (said === 'repeats') return nothing
    if (said === 'stale') return superseded
    if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
    return happened({ type: stands ? 'ConflictDeclared' : 'ConflictLifted', at, by, against })
  }

const decideDeclareConflict: (
  order: DeclareConflict,
  cohort: OpenedCohort,
) => Decision<SharedRefusal> = decide(true)

const decideLiftConflict: (order: LiftConflict, cohort: OpenedCohort) => Decision<SharedRefusal> =
  decide(false)

export const declareConflict: Kind<DeclareConflict> = {
  codec: DeclareConflict,
  roles: ['participant'],
  decide: decideDeclareConflict,
}

export const liftConflict: Kind<LiftConflict> = {
  codec: LiftConflict,
  roles: ['participant'],
  decide: decideLiftConflict,
}
