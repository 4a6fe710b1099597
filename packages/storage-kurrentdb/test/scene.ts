import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import type { Port, Stored, Values } from '@reverse-mentoring/core'
import {
  type KurrentEventStore,
  type KurrentOptions,
  kurrentEventStore,
} from '@reverse-mentoring/storage-kurrentdb'
import * as E from 'fp-ts/lib/Either.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import {
  type ServerOptions,
  type TestServer,
  startServer,
} from '@reverse-mentoring/servers/kurrentdb'

export const recordOf = (n: number): Stored.NewRecord => ({
  id: crypto.randomUUID() as Values.Uuid,
  type: 'SessionHeld',
  schema: 1,
  data: { n },
  meta: { command: crypto.randomUUID() as Values.Uuid },
})

export const batchOf = (first: number, last = first): ReadonlyNonEmptyArray<Stored.NewRecord> => [
  recordOf(first),
  ...Array.from({ length: last - first }, (_, i) => recordOf(first + 1 + i)),
]

/** A server, which ends with the test. */
export const newServer = async (options: ServerOptions = {}): Promise<TestServer> => {
  const server = await startServer(options)
  onTestFinished(() => {
    server.kill()
  })
  return server
}

/** A store on a server, which is closed with the test. */
export const storeOn = async (
  { connectionString }: Pick<TestServer, 'connectionString'>,
  options: Partial<KurrentOptions> & { readonly asked?: string } = {},
): Promise<KurrentEventStore> => {
  const { asked = '', ...others } = options
  const client = () => KurrentDBClient.connectionString(connectionString + asked)
  const opened = await kurrentEventStore({ client, deadline: 500, ...others })()
  if (E.isLeft(opened)) throw new Error(opened.left.reason)
  onTestFinished(async () => {
    await opened.right.close()
  })
  return opened.right
}

/** The answer of a question, once it is one that says yes; asked again for ten seconds at most. */
export const until = async <A>(
  question: () => Promise<A> | A,
  isGood: (answer: A) => boolean,
): Promise<A> => {
  const end = performance.now() + 10_000
  for (;;) {
    const answer = await question()
    if (isGood(answer) || performance.now() > end) return answer
    await wait(20)
  }
}

export const idsIn = (page: E.Either<unknown, Port.StreamPage>): ReadonlyArray<string> =>
  E.isRight(page) ? page.right.records.map(({ id }) => id) : []
