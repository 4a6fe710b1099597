import * as E from 'fp-ts/lib/Either.js'
import type { CohortEvent } from '../cohort/event/event.ts'
import { compile } from './guard.ts'
import type { Malformed } from './malformed.ts'
import { mismatch, type Mismatch } from './mismatch.ts'
import type { JsonObject, StoredRecord } from './record.ts'
import { cohortRegistry, newestSchema, type Registry, type StoredType } from './registry.ts'

/** The part of a record that says what happened. */
export type Payload = Pick<StoredRecord, 'type' | 'schema' | 'data'>

/** Decodes records with the codecs of a registry. Build it once: it compiles every codec. */
export const decoder = (
  registry: Registry,
): ((payload: Payload) => E.Either<Malformed, { readonly type: string }>) => {
  const known = new Map(
    [...registry].map(([type, stored]) => [type, { stored, guard: compile(stored.codec) }]),
  )
  return ({ type, schema, data }) => {
    const found = known.get(type)
    if (found === undefined) return E.left({ _tag: 'UnknownType', type })
    const current = upcast(found.stored, schema, data)
    if (current === undefined) return E.left({ _tag: 'UnknownVersion', type, schema })
    const event = { type, ...current }
    const hasOwnType = isRecord(current) && current['type'] !== undefined
    if (isRecord(current) && !hasOwnType && found.guard(event)) return E.right(event)
    const what = hasOwnType ? secondType : mismatch(found.stored.codec, event)
    return E.left({ _tag: 'MalformedPayload', type, ...what })
  }
}

const secondType: Mismatch = { path: 'type', expected: 'no such field' }

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const upcast = (stored: StoredType, schema: number, data: JsonObject): JsonObject | undefined => {
  const newest = newestSchema(stored)
  if (schema === newest) return data
  if (!Number.isInteger(schema) || schema < 1 || schema > newest) return undefined
  return stored.upcasters.slice(schema - 1).reduce((older, up) => up(older), data)
}

const decodeCohort = decoder(cohortRegistry)

const isCohortEvent = (u: { readonly type: string }): u is CohortEvent => cohortRegistry.has(u.type)

/** The event of a stored record, or why it is none. */
export const decodeEvent = (payload: Payload): E.Either<Malformed, CohortEvent> => {
  const decoded = decodeCohort(payload)
  if (E.isLeft(decoded)) return decoded
  return isCohortEvent(decoded.right)
    ? E.right(decoded.right)
    : E.left({ _tag: 'UnknownType', type: payload.type })
}
