import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import pg from 'pg'
import { failureOf } from '../defect.ts'

type Failure = Port.Misused | Port.Unavailable

/** Milliseconds before the second try to connect again, and between two tries at the most. */
const [first, most] = [100, 5000]

export interface Listener {
  readonly close: () => void
}

interface Asked {
  readonly url: string
  readonly channel: string
  readonly deadline: number
  readonly wake: () => void
}

/** Ends a connection with a word to the server, which is cut off where it takes none until the deadline. */
const end = (client: pg.Client, deadline: number): void => {
  const cut = (): void => {
    client.connection.stream.destroy()
  }
  const timer = setTimeout(cut, deadline).unref()
  client
    .end()
    .catch(cut)
    .finally(() => {
      clearTimeout(timer)
    })
}

const connect = async (
  { url, channel, deadline, wake }: Asked,
  onLost: () => void,
): Promise<E.Either<Failure, pg.Client>> => {
  const client = new pg.Client({
    ...{ connectionString: url, connectionTimeoutMillis: deadline, query_timeout: deadline },
    ...{ keepAlive: true, application_name: 'reverse-mentoring' },
  })
  // A connection that is lost says so once more as it ends.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(`LISTEN "${channel}"`)
  } catch (defect) {
    end(client, deadline)
    return E.left(failureOf(defect))
  }
  client.on('notification', wake)
  client.on('end', onLost)
  return E.right(client)
}

/**
 * Listens to appends of other processes, on a connection of its own that is made again when it is lost; as something may
 * have been missed then, it wakes. Hints only.
 */
export const listening = async (asked: Asked): Promise<E.Either<Failure, Listener>> => {
  const state: { client?: pg.Client; timer?: NodeJS.Timeout; isClosed: boolean } = {
    isClosed: false,
  }
  const again = (pause: number): void => {
    if (state.isClosed) return
    const later = pause * (0.5 + Math.random() / 2)
    state.timer = setTimeout(() => void reconnect(Math.min(most, pause * 2)), later)
  }
  const onLost = (): void => {
    again(first)
  }
  const take = (client: pg.Client): void => {
    state.client = client
    if (state.isClosed) end(client, asked.deadline)
  }
  const reconnect = async (pause: number): Promise<void> => {
    const client = await connect(asked, onLost)
    if (E.isLeft(client)) {
      again(pause)
      return
    }
    take(client.right)
    asked.wake()
  }
  const connected = await connect(asked, onLost)
  if (E.isLeft(connected)) return connected
  take(connected.right)
  return E.right({
    close: () => {
      state.isClosed = true
      clearTimeout(state.timer)
      if (state.client !== undefined) end(state.client, asked.deadline)
    },
  })
}
