import { absent } from '../../absent.ts'
import type { Row } from '../../row.ts'
import { inMemory } from '../in-memory.ts'
import { appendRows } from './append.ts'
import { postgresSizeRows } from './in-size.ts'
import { inPlace, type Place } from './place.ts'
import { isGiven, openServer, startServer, type Server } from './server.ts'
import { togetherRows } from './together.ts'

async function* rowsOn(
  server: Server | string,
  ...rows: ReadonlyArray<(place: Place) => AsyncIterable<Row>>
): AsyncGenerator<Row> {
  if (typeof server === 'string') {
    yield absent('PostgreSQL', server)
    return
  }
  try {
    for (const some of rows) yield* inPlace(server.url, some)
  } finally {
    await server.stop()
  }
}

/** What the event store on PostgreSQL costs beside the bare driver and other libraries, and in a large log. */
export async function* postgresRows(): AsyncGenerator<Row> {
  yield* rowsOn(await openServer(), appendRows('on a disk'), togetherRows, postgresSizeRows)
  if (inMemory !== undefined && !isGiven)
    yield* rowsOn(await startServer(inMemory), appendRows('in memory'))
}
