import * as E from 'fp-ts/lib/Either.js'
import type { CohortEvent } from '../cohort/event/event.ts'
import { compile } from './guard.ts'
import { isObject } from '../values/is-object.ts'
import { malformedPayload } from './malformed-payload.ts'
import type { Malformed } from './malformed.ts'
import { readerOf, type Fault } from './reader.ts'
import type { JsonObject, StoredRecord } from './record.ts'
import { cohortRegistry, newestSchema, type Registry, type StoredType } from './registry.ts'

/** The part of a record that says what happened. */
export type Payload = Pick<StoredRecord, 'type' | 'schema' | 'data'>

/** Decodes records with the codecs of a registry. Build it once: it compiles every codec. */
export const decoder = (
  registry: Registry,
): ((payload: Payload) => E.Either<Malformed, { readonly type: string }>) => {
  const known = new Map(
    [...registry].map(([type, stored]) => [
      type,
      { stored, guard: compile(stored.codec), read: readerOf(stored.codec) },
    ]),
  )
  return ({ type, schema, data }) => {
    const found = known.get(type)
    if (found === undefined) return E.left({ _tag: 'UnknownType', type })
    const current = upcast(found.stored, schema, data)
    if (current === undefined) return E.left({ _tag: 'UnknownVersion', type, schema })
    if (!isObject(current)) return E.left(malformedPayload(type, noData))
    if (current['type'] !== undefined) return E.left(malformedPayload(type, secondType))
    const event = { type, ...current }
    if (found.guard(event)) return E.right(event)
    const { faults } = found.read(event)
    return E.left(malformedPayload(type, ...(faults.length > 0 ? faults : [undefinedField])))
  }
}

const noData: Fault = { path: [], fault: 'wrong', expected: 'an object' }
const secondType: Fault = { path: ['type'], fault: 'unknown', expected: 'no such field' }

/** What is handed over to be stored never says that a field is `undefined`. */
const undefinedField: Fault = {
  path: [],
  fault: 'wrong',
  expected: 'no field that is undefined',
}

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
