import assert from 'node:assert/strict'
import type { Port, Stored } from '@reverse-mentoring/core'
import { got, law, range } from '../law.ts'
import { append, idsOf, newBatch, newStream, readStream } from '../record.ts'

/** Damages what is stored of a record, behind the back of the store. */
export type Damage = (stream: string, revision: Stored.Revision) => Promise<void>

interface Walked {
  readonly records: ReadonlyArray<Stored.StoredRecord>
  readonly damaged: ReadonlyArray<Port.Damaged>
}

interface Page extends Port.StreamPage {
  readonly next: string
}

/** Goes on page by page, until there is no more. */
const walk = async (
  start: string,
  limit: number,
  read: (after: string) => Promise<Page>,
): Promise<Walked> => {
  const records: Array<Stored.StoredRecord> = []
  const damaged: Array<Port.Damaged> = []
  for (let [after, more] = [start, true]; more;) {
    const page = await read(after)
    records.push(...page.records)
    if (page.damaged !== undefined) damaged.push(page.damaged)
    assert.ok(page.records.length <= limit, 'a page is too long')
    if (page.more && page.damaged === undefined)
      assert.equal(page.records.length, limit, 'a page that is not full says there is more')
    assert.ok(records.length + damaged.length < 100, 'it never ends')
    after = page.next
    more = page.more
  }
  return { records, damaged }
}

const walkStream = (store: Port.EventStore, stream: string, limit: number) =>
  walk('0', limit, async (start) => {
    const after = Number(start)
    const page = await got(store.readStream(stream, { after, limit }))
    const last = page.damaged?.revision ?? after + page.records.length
    assert.deepEqual(
      [...page.records, page.damaged].flatMap((one) => one?.revision ?? []),
      range(after + 1, last),
      'revisions are contiguous, the damaged one among them',
    )
    return { ...page, next: String(last) }
  })

const walkLog = (store: Port.EventStore, start: string, limit: number) =>
  walk(start, limit, (after) => got(store.readLog({ after, limit })))

/** Where it stands; its checkpoint may be another than it was while the record could be read. */
const placeOf = ({ stream, revision }: Port.Damaged) => ({ stream, revision })

const shown = (damage: Damage) =>
  law<Port.EventStore>(
    'what is damaged ends a page that names it, and hides nothing else',
    async ({ adapter, reopened }) => {
      const start = await got(adapter.head)
      const [one, two] = [newStream(), newStream()]
      await append(adapter, one, 0, newBatch(3))
      await append(adapter, two, 0, newBatch(2))
      await append(adapter, one, 3, newBatch(4))
      const whole = await readStream(adapter, one)
      // In the middle, two side by side, and the last.
      const isDamaged = ({ revision }: Port.Damaged): boolean => [2, 4, 5, 7].includes(revision)
      for (const { revision } of whole.filter(isDamaged)) await damage(one, revision)
      const places = whole.filter(isDamaged).map(placeOf)
      const left = idsOf(whole.filter((record) => !isDamaged(record)))
      const store = await reopened()
      for (const limit of range(1, 9)) {
        const stream = await walkStream(store, one, limit)
        assert.deepEqual(idsOf(stream.records), left, 'the stream goes on')
        assert.deepEqual(stream.damaged.map(placeOf), places, 'the stream names what is damaged')
        const log = await walkLog(store, start, limit)
        assert.deepEqual(idsOf(log.records.filter(({ stream }) => stream === one)), left)
        assert.equal(log.records.length, left.length + 2, 'the log goes on')
        assert.deepEqual(log.damaged.map(placeOf), places, 'the log names what is damaged')
      }
    },
  )

const grown = (damage: Damage) =>
  law<Port.EventStore>(
    'a stream that is damaged goes on growing by its revisions',
    async ({ adapter, reopened }) => {
      const stream = newStream()
      await append(adapter, stream, 0, newBatch(2))
      await damage(stream, 2)
      const store = await reopened()
      assert.deepEqual(await append(store, stream, 2, newBatch(1)), { revision: 3 })
      const { records, damaged } = await walkStream(store, stream, 5)
      assert.deepEqual(
        [records, damaged].map((places) => places.map(({ revision }) => revision)),
        [[1, 3], [2]],
      )
    },
  )

/** What is shown of records that were damaged. */
export const damageLaws = (damage: Damage) => [shown(damage), grown(damage)]
