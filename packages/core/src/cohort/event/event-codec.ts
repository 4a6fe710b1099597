import * as t from 'io-ts'
import { Actor } from '../../values/actor.ts'
import { fields } from '../../values/fields.ts'
import { Instant } from '../../values/instant.ts'

/** Every event says when it was said and by whom. */
const stamp = { at: Instant, by: Actor }

/** The codec of one event: its stored name, the stamp, and its own fields. */
export const eventCodec = <Type extends string, R extends t.Props, O extends t.Props>(
  type: Type,
  required: R,
  optional: O,
) => fields({ type: t.literal(type), ...stamp, ...required }, optional, type)
