import type { KurrentDBClient } from '@kurrent/kurrentdb-client'
import type * as E from 'fp-ts/lib/Either.js'
import { type ReadFailure, isNotFound, readFailureOf } from './failure.ts'
import type { HeldClient } from './held-client.ts'

/** Reads; of a stream that is not there, `undefined`. */
export const reading = <A>(
  held: HeldClient,
  call: (client: KurrentDBClient) => Promise<A>,
): Promise<E.Either<ReadFailure, A | undefined>> =>
  held.ask('reads', readFailureOf, async (client) => {
    try {
      return await call(client)
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  })
