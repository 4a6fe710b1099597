import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import type { Port } from '@reverse-mentoring/core'
import { type KurrentOptions, kurrentEventStore } from '@reverse-mentoring/storage-kurrentdb'
import type { NewPlace } from '@reverse-mentoring/testing'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** Places on one server, each under a prefix of its own. */
export const placesOn =
  (connectionString: string, options: Partial<KurrentOptions> = {}): NewPlace<Port.EventStore> =>
  () => {
    const prefix = `law-${crypto.randomUUID()}-`
    const client = () => KurrentDBClient.connectionString(connectionString)
    const place = TE.bimap(
      ({ reason }: { readonly reason: string }) => reason,
      (adapter: Port.EventStore & { readonly close: TE.TaskEither<never, void> }) => ({
        ...{ adapter, close: adapter.close },
      }),
    )(kurrentEventStore({ client, prefix, ...options }))
    return TE.of(place)()
  }
