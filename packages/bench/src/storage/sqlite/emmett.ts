import { randomUUID } from 'node:crypto'
import { CommandHandler } from '@event-driven-io/emmett'
import type { SQLiteEventStore } from '@event-driven-io/emmett-sqlite'
import { streamLength } from '../handling.ts'
import { newPeerEvent, peerHistory, type PeerEvent } from '../peer-events.ts'

/** What is measured of Emmett on SQLite. */
export interface Emmett {
  readonly append: () => Promise<void>
  /** Handles a command on the next of the streams that were made. */
  readonly handle: () => Promise<void>
  readonly makeStreams: (count: number) => Promise<void>
  /** How often it answered that its own statements stood in its way, and was asked again. */
  readonly retries: () => number
  readonly close: () => void
}

/** The cheapest state that a command can ask for. */
const handleCommand = CommandHandler<number, PeerEvent>({
  evolve: (count) => count + 1,
  initialState: () => 0,
})

const patience = 100

/** Asks again where statements of its own stand in its way; it writes those failures to the console. */
const asking = () => {
  let retries = 0
  const ask = async <A>(work: () => Promise<A>): Promise<A> => {
    const { log } = console
    console.log = () => undefined
    try {
      for (let left = patience; ; left -= 1) {
        try {
          return await work()
        } catch (defect) {
          if (left === 0 || !String(defect).includes('SQLITE_BUSY')) throw defect
          retries += 1
        }
      }
    } finally {
      console.log = log
    }
  }
  return { ask, retries: () => retries }
}

const measuring = (store: SQLiteEventStore): Omit<Emmett, 'close'> => {
  const { ask, retries } = asking()
  const stream = `cohort-${randomUUID()}`
  let revision = 0n
  let streams: ReadonlyArray<string> = []
  let turn = 0
  return {
    retries,
    append: async () => {
      const expected = revision === 0n ? {} : { expectedStreamVersion: revision }
      const appended = await ask(() => store.appendToStream(stream, [newPeerEvent()], expected))
      revision = appended.nextExpectedStreamVersion
    },
    makeStreams: async (count) => {
      streams = Array.from({ length: count }, () => `cohort-${randomUUID()}`)
      for (const one of streams) await ask(() => store.appendToStream(one, [...peerHistory()]))
    },
    handle: async () => {
      const one = streams[turn % streams.length] ?? ''
      turn += 1
      const { newState } = await ask(() => handleCommand(store, one, newPeerEvent))
      if (newState < streamLength) throw new Error('Emmett read another stream')
    },
  }
}

/** Emmett as its documentation begins: it opens a connection for whatever it is asked. */
export const emmettByDefault = async (fileName: string): Promise<Emmett> => {
  const { getSQLiteEventStore } = await import('@event-driven-io/emmett-sqlite')
  return { ...measuring(getSQLiteEventStore({ fileName })), close: () => undefined }
}

/** Emmett on one connection that stays open. */
export const emmettOnOne = async (fileName: string): Promise<Emmett> => {
  const { getSQLiteEventStore, sqliteConnection } = await import('@event-driven-io/emmett-sqlite')
  const connection = sqliteConnection({ fileName })
  const connectionOptions = { singleton: true, connection } as const
  const store = getSQLiteEventStore({ fileName, connectionOptions })
  return { ...measuring(store), close: connection.close }
}
