import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { happened, nothing, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'

/** Ends a cohort for good. The planned end only informs; closing twice equals closing once (INV22). */
export const CloseCohort = commandCodec('CloseCohort', {}, {})
export interface CloseCohort extends Plain<t.TypeOf<typeof CloseCohort>> {}

const decideCloseCohort = (order: CloseCohort, cohort: OpenedCohort): Decision<never> =>
  cohort.closedAt !== undefined
    ? nothing
    : happened({ type: 'CohortClosed', at: order.at, by: order.by })

export const closeCohort: Kind<CloseCohort> = {
  codec: CloseCohort,
  roles: ['coordinator'],
  decide: decideCloseCohort,
}
