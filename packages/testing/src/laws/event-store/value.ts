import assert from 'node:assert/strict'
import { Values, type Port, type Stored } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { deface } from '../deface.ts'
import { law } from '../law.ts'
import {
  anyRecord,
  append,
  idsOf,
  newBatch,
  newRecord,
  newStream,
  readStream,
  streamOf,
  type Batch,
} from '../record.ts'

const handedOver = ({ id, type, schema, data, meta }: Stored.StoredRecord): Stored.NewRecord => ({
  id,
  type,
  schema,
  data,
  meta,
})

const unchanged = law<Port.EventStore>(
  'a record comes back as it was handed over',
  async ({ adapter, forAll }) => {
    const batches = fc
      .array(anyRecord, { minLength: 1, maxLength: 5 })
      .map((records) => records as unknown as Batch)
    await forAll(batches, async (batch) => {
      const stream = await streamOf(adapter, batch)
      assert.deepEqual((await readStream(adapter, stream)).map(handedOver), batch)
    })
  },
)

const assertJson = (value: unknown): void => {
  if (typeof value !== 'object' || value === null)
    assert.match(typeof value, /^(string|number|boolean)$/, 'neither JSON nor absent')
  else {
    const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
    assert.ok(plain, 'neither a list nor a plain object')
    Object.values(value).forEach(assertJson)
  }
}

const placed = law<Port.EventStore>(
  'a record comes back with its place and as JSON: no Date, no bigint, nothing null',
  async ({ adapter }) => {
    const caused = { ...newRecord(), meta: newRecord().meta }
    const stream = newStream()
    await append(adapter, stream, 0, [
      newRecord(),
      { ...caused, meta: { ...caused.meta, cause: caused.id } },
    ])
    const records = await readStream(adapter, stream)
    for (const [index, record] of records.entries()) {
      assertJson(record)
      assert.deepEqual(Object.keys(record).sort(), [
        'checkpoint',
        'data',
        'id',
        'meta',
        'recordedAt',
        'revision',
        'schema',
        'stream',
        'type',
      ])
      assert.deepEqual(
        Object.keys(record.meta).sort(),
        index === 0 ? ['command'] : ['cause', 'command'],
      )
      assert.equal(record.stream, stream)
      assert.equal(record.revision, index + 1)
      assert.equal(typeof record.checkpoint, 'string')
      assert.ok(Values.Instant.is(record.recordedAt), 'recordedAt is an instant')
    }
  },
)

const kept = law<Port.EventStore>(
  'what a caller changes later is not stored',
  async ({ adapter }) => {
    const records = newBatch(2)
    const stream = newStream()
    const [batch, before] = [structuredClone(records), idsOf(records)]
    await append(adapter, stream, 0, batch)
    deface(batch)
    const after = await readStream(adapter, stream)
    assert.deepEqual(idsOf(after), before)
    assert.deepEqual(after.map(handedOver), records)
  },
)

const fresh = law<Port.EventStore>('what a reader changes is not stored', async ({ adapter }) => {
  const stream = await streamOf(adapter, newBatch(3))
  const before = structuredClone(await readStream(adapter, stream))
  deface(await readStream(adapter, stream))
  assert.deepEqual(await readStream(adapter, stream), before)
})

/** What becomes of a record between being handed over and coming back. */
export const valueLaws = [unchanged, placed, kept, fresh]
