import * as t from 'io-ts'
import { Actor } from '../../values/actor.ts'
import { fields } from '../../values/fields.ts'
import { CohortId } from '../../values/id.ts'
import { Instant } from '../../values/instant.ts'
import type { Decision, OpenedCohort } from './decision.ts'
import type { Refusal } from './refusal.ts'

/** Every command names its cohort, when it was said and by whom. */
const address = { cohort: CohortId, at: Instant, by: Actor }

/** The codec of one command: its name, its address, and its own fields. */
export const commandCodec = <Type extends string, R extends t.Props, O extends t.Props>(
  type: Type,
  required: R,
  optional: O,
) => fields({ type: t.literal(type), ...address, ...required }, optional, type)

/** All that makes up one command: how it is read, who may give it at all, and what it leads to. */
export interface Kind<C> {
  readonly codec: t.Type<C, unknown>
  readonly roles: ReadonlyArray<Actor['role']>
  readonly decide: (order: C, cohort: OpenedCohort) => Decision<Refusal>
}
