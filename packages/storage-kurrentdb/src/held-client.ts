import type { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { within } from './deadline.ts'
import type { Settings } from './options.ts'

/** A client holds two connections, which break and recover each by itself. */
export type Connection = 'reads' | 'appends'

/** A client, and how it is asked. */
export interface HeldClient {
  /** Asks over one of its connections; what is not answered in time, or with an error, is a failure. */
  readonly ask: <Failure extends { readonly _tag: string }, A>(
    over: Connection,
    failureOf: (error: unknown) => Failure,
    call: (client: KurrentDBClient) => Promise<A>,
  ) => Promise<E.Either<Failure | Port.Misused, A>>
  /** The client that is used now. */
  readonly current: () => KurrentDBClient
  /** Calls back whenever another client is used from now on. */
  readonly onChange: (tell: () => void) => void
  /** Waits for what was asked, and lets the client go; later questions are `Misused`. */
  readonly close: () => Promise<void>
}

/** After so many failures in a row over one of its connections a client is given up: one whose first read met a dead server never reads again. */
const mostFailures = 2

const disposed = (client: KurrentDBClient): Promise<unknown> =>
  client.dispose().catch(() => undefined)

/** Holds a client, and makes another one where it does not recover. Throws what the factory throws at first. */
export const holdClient = ({ client: make, deadline }: Settings): HeldClient => {
  let client = make()
  const failures: Record<Connection, number> = { reads: 0, appends: 0 }
  let isClosed = false
  const underway = new Set<Promise<unknown>>()
  const listeners: Array<() => void> = []

  const replace = (): void => {
    const old = client
    client = make()
    failures.reads = failures.appends = 0
    void disposed(old)
    for (const tell of listeners) tell()
  }
  const failed = (asked: KurrentDBClient, over: Connection): void => {
    // What fails with an old one says nothing of the new.
    if (asked !== client || isClosed) return
    failures[over] += 1
    if (failures[over] < mostFailures) return
    try {
      replace()
    } catch {
      // The one that is there stays, until the factory makes another.
      failures[over] = 0
    }
  }
  const answerOf: HeldClient['ask'] = async (over, failureOf, call) => {
    const asked = client
    try {
      const answer = await within(deadline, call(asked))
      failures[over] = 0
      return E.right(answer)
    } catch (error) {
      const failure = failureOf(error)
      if (failure._tag === 'Unavailable') failed(asked, over)
      else failures[over] = 0
      return E.left(failure)
    }
  }

  return {
    ask: (over, failureOf, call) => {
      if (isClosed) return Promise.resolve(E.left(Port.misused('it was closed')))
      const asking = answerOf(over, failureOf, call)
      underway.add(asking)
      void asking.finally(() => underway.delete(asking))
      return asking
    },
    current: () => client,
    onChange: (tell) => {
      listeners.push(tell)
    },
    close: async () => {
      isClosed = true
      await Promise.allSettled(underway)
      await disposed(client)
    },
  }
}
