import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Port, Stored, Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { jsonObject } from './json.ts'
import { got } from './law.ts'

export type Batch = RNEA.ReadonlyNonEmptyArray<Stored.NewRecord>

export const newId = (): Values.Uuid => randomUUID() as Values.Uuid
export const newStream = (): string => `cohort-${newId()}`

export const newRecord = (
  data: Stored.JsonObject = { at: '2026-03-01T10:00:00.000Z' },
): Stored.NewRecord => ({
  id: newId(),
  type: 'SessionHeld',
  schema: 1,
  data,
  meta: { command: newId() },
})

export const newBatch = (size: number): Batch =>
  RNEA.makeBy((index) => newRecord({ at: '2026-03-01T10:00:00.000Z', index }))(size)

/** A record that no store can write, whatever its types say. */
export const unwritable = (): Stored.NewRecord => newRecord({ at: 1n as unknown as Stored.Json })

const id: fc.Arbitrary<Values.Uuid> = fc.uuid({ version: 7 }).map((text) => text as Values.Uuid)

export const anyRecord: fc.Arbitrary<Stored.NewRecord> = fc
  .record({
    type: fc.stringMatching(/^[A-Z][A-Za-z]{0,30}$/),
    schema: fc.integer({ min: 1, max: 1_000_000 }),
    data: jsonObject,
    meta: fc.record(
      { command: id, cause: id },
      { requiredKeys: ['command'], noNullPrototype: true },
    ),
  })
  .map((record) => ({ id: newId(), ...record }))

export const append = (
  store: Port.EventStore,
  stream: string,
  expected: Stored.Revision,
  batch: Batch,
): Promise<Port.Appended> => got(store.append(stream, expected, batch))

/** A new stream with these records, appended one batch after the other. */
export const streamOf = async (
  store: Port.EventStore,
  ...batches: ReadonlyArray<Batch>
): Promise<string> => {
  const stream = newStream()
  let revision = 0
  for (const batch of batches) revision = (await append(store, stream, revision, batch)).revision
  return stream
}

export const readStream = async (
  store: Port.EventStore,
  stream: string,
): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const records: Array<Stored.StoredRecord> = []
  for (let more = true; more;) {
    const page = await got(store.readStream(stream, { after: records.length, limit: 1000 }))
    records.push(...page.records)
    more = page.more && page.records.length > 0
  }
  return records
}

export interface LogRead {
  readonly records: ReadonlyArray<Stored.StoredRecord>
  readonly next: Stored.Checkpoint
}

/** All of the log after a checkpoint, in pages of so many. */
export const readLog = async (
  store: Port.EventStore,
  after?: Stored.Checkpoint,
  limit = 1000,
): Promise<LogRead> => {
  const records: Array<Stored.StoredRecord> = []
  let page = await got(store.readLog(after === undefined ? { limit } : { after, limit }))
  records.push(...page.records)
  while (page.more) {
    assert.ok(page.records.length > 0, 'an empty page that says there is more')
    page = await got(store.readLog({ after: page.next, limit }))
    records.push(...page.records)
  }
  return { records, next: page.next }
}

export const idsOf = (records: ReadonlyArray<Stored.NewRecord>): ReadonlyArray<string> =>
  records.map((record) => record.id)
