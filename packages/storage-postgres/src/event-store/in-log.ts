import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Connections } from '../connections.ts'
import { key } from '../text.ts'
import { receiptOf, serialise } from './append.ts'
import { beginning, checkpointAt, placeOf, type Place } from './checkpoint.ts'
import { combining } from './combine.ts'
import { columns, pageOf, type Row } from './page.ts'

const foreign = Port.misused('not a checkpoint of this log')

/** Whether the rows begin with the record at a place, if it is of one. */
const isHere = (rows: ReadonlyArray<Row>, { position, id }: Place): boolean =>
  id === undefined || (Number(rows[0]?.position) === position && rows[0]?.id === id)

/** The event store of a log. */
export const eventStoreIn = (connections: Connections, onWritten: () => void): Port.EventStore => {
  const { use, schema } = connections
  const append = combining(connections, onWritten)
  const ofStream = `SELECT ${columns}, record FROM ${schema}.event
    WHERE stream = $1 AND revision > $2 ORDER BY revision LIMIT $3`
  // With the record of the checkpoint, so that one look tells whether it is of this log.
  const ofLog = `SELECT ${columns}, CASE WHEN position > $1 THEN record END AS record
    FROM ${schema}.event WHERE position >= $1 ORDER BY position LIMIT $2`
  const last = `SELECT position, id FROM ${schema}.event ORDER BY position DESC LIMIT 1`

  const logPage = (
    rows: ReadonlyArray<Row>,
    place: Place,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): E.Either<Port.Misused, Port.LogPage> => {
    if (!isHere(rows, place)) return E.left(foreign)
    const page = pageOf(place.position === 0 ? rows : rows.slice(1), limit)
    const end = (page.damaged ?? page.records.at(-1))?.checkpoint
    return E.right({ ...page, next: end ?? after })
  }

  return {
    append: (stream, expected, records, after) => async () => {
      const written = serialise(stream, expected, records, after)
      if (E.isLeft(written)) return written
      const outcome = await append(written.right)
      return E.isLeft(outcome) ? outcome : receiptOf(written.right, outcome.right)
    },

    readStream: (stream, page) => async () => {
      const asked = Port.soundPage(page)()
      if (E.isLeft(asked)) return asked
      const { after, limit } = asked.right
      return use(async (ask) =>
        pageOf(await ask<Row>(ofStream, [key(stream), after, limit + 1]), limit),
      )
    },

    readLog: (page) => async () => {
      const asked = Port.soundPage(page)()
      if (E.isLeft(asked)) return asked
      const { after = beginning, limit } = asked.right
      const place = placeOf(after)
      if (place === undefined) return E.left(foreign)
      const rows = await use((ask) => ask<Row>(ofLog, [place.position, limit + 2]))
      return pipe(
        rows,
        E.flatMap((found) => logPage(found, place, { after, limit })),
      )
    },

    head: () =>
      use(async (ask) => {
        const [row] = await ask<Pick<Row, 'position' | 'id'>>(last)
        return row === undefined ? beginning : checkpointAt(Number(row.position), row.id)
      }),
  }
}
