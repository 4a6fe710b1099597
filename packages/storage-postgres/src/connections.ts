import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import pg from 'pg'
import { failureOf } from './defect.ts'
import type { Settled } from './options.ts'

type Failure = Port.Misused | Port.Unavailable

/** What a statement is given: texts, numbers, or lists of texts. */
export type Given = ReadonlyArray<string | number | boolean | null | ReadonlyArray<string>>

/** One statement after the other, on one connection. */
export type Ask = <Row extends object>(sql: string, given?: Given) => Promise<ReadonlyArray<Row>>

/** Connections to a database, at most so many, each opened when it is needed. */
export interface Connections {
  /** The name of the schema as SQL has it. */
  readonly schema: string
  /** Milliseconds that a call takes at the most, and that it waits for a lock on the server. */
  readonly deadline: number
  readonly patience: number
  /** Does something that closing waits for; once it was closed, nothing. */
  readonly enter: <F, A>(
    work: () => Promise<E.Either<F, A>>,
  ) => Promise<E.Either<F | Port.Misused, A>>
  /**
   * Works on a connection of its own. Whatever is thrown is a failure; after one, or at the deadline, the connection is
   * not used again. The deadline is of connecting and of the work, unless this work has another one.
   */
  readonly run: <A>(
    work: (ask: Ask) => Promise<A>,
    within?: number,
  ) => Promise<E.Either<Failure, A>>
  /** Enters, and runs. */
  readonly use: Connections['run']
  /** Closes them after everything that was asked for before, or at the deadline. */
  readonly close: () => Promise<void>
}

const closed = Port.misused('it was closed')

/** What is answered where nothing came in time. */
export const late = (deadline: number): Port.Unavailable =>
  Port.unavailable(`no answer within ${String(deadline)} ms`)

const asking =
  (client: pg.PoolClient): Ask =>
  async <Row extends object>(sql: string, given: Given = []) => {
    // Without a name, so that nothing of it is left on a connection that a pooler gives to somebody else.
    const { rows } = await client.query<Row>(sql, [...given])
    return rows
  }

/** How a pool is ended: with a word to the server, which is cut off where it takes none until the deadline. */
const endingOf = (pool: pg.Pool, deadline: number): (() => Promise<void>) => {
  const standing = new Set<pg.PoolClient>()
  pool.on('connect', (client) => {
    standing.add(client)
    // Whoever waits for an answer is told by that; without a listener the process would end.
    client.on('error', () => undefined)
  })
  pool.on('remove', (client) => void standing.delete(client))
  return async () => {
    const timer = setTimeout(() => {
      for (const { connection } of standing) connection.stream.destroy()
    }, deadline)
    await pool.end()
    clearTimeout(timer)
  }
}

/** Opens none yet. */
export const newConnections = (options: Settled): Connections => {
  const { url, schema, deadline, connections } = options
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, connectionTimeoutMillis: deadline },
    ...{ idleTimeoutMillis: 30_000, keepAlive: true, application_name: 'reverse-mentoring' },
  })
  // A connection that is lost while nobody uses it is not used again; who asks next gets another one.
  pool.on('error', () => undefined)
  const end = endingOf(pool, deadline)
  const underway = new Set<Promise<unknown>>()
  const state = { isOpen: true }

  const attempt: Connections['run'] = async <A>(
    work: (ask: Ask) => Promise<A>,
    within = deadline,
  ): Promise<E.Either<Failure, A>> => {
    const end = performance.now() + within
    let timer: NodeJS.Timeout | undefined
    let giveBack: ((isBroken: boolean) => void) | undefined
    const isLate = new Promise<E.Either<Failure, never>>((done) => {
      timer = setTimeout(() => {
        giveBack?.(true)
        done(E.left(late(within)))
      }, within)
    })
    const done = async (): Promise<E.Either<Failure, A>> => {
      try {
        const client = await pool.connect()
        let isGiven = false
        giveBack = (isBroken) => {
          if (!isGiven) client.release(isBroken)
          isGiven = true
        }
        if (performance.now() >= end) {
          giveBack(false)
          return E.left(late(within))
        }
        const answer = await work(asking(client))
        giveBack(false)
        return E.right(answer)
      } catch (defect) {
        giveBack?.(true)
        return E.left(failureOf(defect))
      }
    }
    return Promise.race([done(), isLate]).finally(() => {
      clearTimeout(timer)
    })
  }

  const enter: Connections['enter'] = async (work) => {
    if (!state.isOpen) return E.left(closed)
    const done = work()
    underway.add(done)
    return done.finally(() => underway.delete(done))
  }

  return {
    schema: `"${schema}"`,
    deadline,
    patience: Math.ceil(deadline * 0.8),
    enter,
    run: attempt,
    use: (work, within) => enter(() => attempt(work, within)),
    close: async () => {
      if (!state.isOpen) return
      state.isOpen = false
      await Promise.allSettled(underway)
      await end()
    },
  }
}
