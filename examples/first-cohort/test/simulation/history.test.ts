import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { eventsAfter } from '../../src/simulation/history.ts'
import { idsOf } from '../../src/simulation/ids.ts'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { Values, Stored } from '@reverse-mentoring/core'

const cohort = idsOf(1).of(Values.CohortId)

const record = (n: number): Stored.NewRecord => {
  const id = `00000000-0000-7000-8000-00000000000${String(n)}` as Values.Uuid
  const by = { role: 'coordinator', id: `00000000-0000-4000-8000-000000000001` }
  const data = { at: `2026-03-0${String(n)}T10:00:00.000Z`, by }
  return { id, type: 'CohortClosed', schema: 1, data, meta: { command: id } }
}

const places = [
  ['missing', { _tag: 'Missing' }],
  ['damaged', { _tag: 'Damage' }],
] as const

test.each(places)('A log of which a record is %s is not read beyond it', async (what, because) => {
  const store = memoryEventStore()
  const stream = Stored.cohortStream(cohort)
  await store.append(stream, 0, [record(1), record(2), record(3)])()
  expect(await eventsAfter(store, cohort, 1)()).toMatchObject({ right: { length: 2 } })
  const damaged = { stream, revision: 2, checkpoint: '2' }
  const broken: Port.EventStore = {
    ...store,
    readStream: (name, page) => async () =>
      E.map((read: Port.StreamPage) =>
        what === 'missing'
          ? { ...read, records: read.records.filter(({ revision }) => revision !== 2) }
          : { records: read.records.slice(0, 1), more: false, damaged },
      )(await store.readStream(name, page)()),
  }
  const answer = await eventsAfter(broken, cohort, 0)()
  expect(answer).toMatchObject({ left: { _tag: 'Unreadable', revision: 2, because } })
})
