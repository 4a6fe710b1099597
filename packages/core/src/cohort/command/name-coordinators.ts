import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { coordinatorsFields } from '../event/opening.ts'
import { mayCoordinate } from '../state/coordinators.ts'
import { isErased, wasEnrolled } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'

/** States who coordinates the cohort, also after the close: the whole list, with one at least who never was enrolled. */
export const NameCoordinators = commandCodec('NameCoordinators', coordinatorsFields, {})
export interface NameCoordinators extends Plain<t.TypeOf<typeof NameCoordinators>> {}

const decideNameCoordinators = (
  order: NameCoordinators,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by } = order
  if (order.coordinators.some((id) => isErased(cohort, id))) return notAllowed(by)
  const coordinators = [...order.coordinators].sort()
  const said = wordOn(cohort.coordinators, coordinators, at)
  if (said === 'repeats') return nothing
  if (said === 'stale') return superseded
  if (!mayCoordinate(cohort, by)) return notAllowed(by)
  // Who is or was enrolled here does not coordinate: somebody has to be left.
  if (coordinators.every((id) => wasEnrolled(cohort, id))) return notAllowed(by)
  return happened({ type: 'CoordinatorsNamed', at, by, coordinators })
}

export const nameCoordinators: Kind<NameCoordinators> = {
  codec: NameCoordinators,
  roles: ['coordinator', 'system'],
  decide: decideNameCoordinators,
}
