import * as E from 'fp-ts/lib/Either.js'
import type { CohortEvent } from '../cohort/event/event.ts'
import { decodeEvent, type Payload } from './decode.ts'
import type { Malformed } from './malformed.ts'
import type { JsonObject } from './record.ts'
import { cohortRegistry, newestSchema } from './registry.ts'

/** What is stored of an event. Checked by its codec, so that nothing is written that could not be read (INV38). */
export const encodeEvent = (event: CohortEvent): E.Either<Malformed, Payload> => {
  const { type, ...fields } = event
  const stored = cohortRegistry.get(type)
  if (stored === undefined) return E.left({ _tag: 'UnknownType', type })
  const data: JsonObject = fields
  const payload = { type, schema: newestSchema(stored), data }
  const decoded = decodeEvent(payload)
  return E.isLeft(decoded) ? decoded : E.right(payload)
}
