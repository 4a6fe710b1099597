import { promise } from '@reverse-mentoring/runtime'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { interleaved } from '../../measure.ts'
import { atLeast, atMost, type Row } from '../../row.ts'
import { appending } from '../appending.ts'
import { act, emmett } from './peers.ts'
import type { Place } from './place.ts'
import { appendingRaw } from './raw.ts'

/** One append after the other, beside a bare statement that does the same work, and beside other libraries. */
export const appendRows = (where: string) =>
  async function* (place: Place): AsyncGenerator<Row> {
    const store = await promise(
      postgresEventStore({ url: place.url, schema: place.schema('store') }),
    )
    const others = [emmett(place.peers), await act(place.peers, 'act')] as const
    try {
      const work = `PostgreSQL, ${where}: one append`
      const [here = Number.NaN, raw = Number.NaN] = await interleaved(601, [
        appending(store, 1),
        await appendingRaw(place),
      ])
      const works = [appending(store, 1), ...others.map(({ append }) => append)]
      const [again = Number.NaN, first = Number.NaN, second = Number.NaN] = await interleaved(
        401,
        works,
      )
      yield atMost(work, here, ['one bare statement that does the same', raw], 1.3)
      yield atLeast(work, again, ['emmett-postgresql', first], 2)
      yield atLeast(work, again, ['act-pg', second], 2)
    } finally {
      for (const { close } of others) await close()
      await promise(store.close)
    }
  }
