import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { appendingTo, batchOf } from './appending.ts'
import { beginning } from './checkpoint.ts'
import { pageOf } from './event.ts'
import { type HeldClient, holdClient } from './held-client.ts'
import { newKnownHeads } from './known-heads.ts'
import { type KurrentOptions, type Settings, optionsFault, settingsOf } from './options.ts'
import { readingOf } from './reading.ts'
import { watchLog } from './watch.ts'

/** An event store on a KurrentDB server. */
export interface KurrentEventStore extends Port.EventStore {
  /** Ends what it holds, after everything that was asked for before. Closing again does nothing. */
  readonly close: TaskEither<never, void>
}

const storeOn = (settings: Settings, held: HeldClient): KurrentEventStore => {
  const { prefix } = settings
  const reading = readingOf(held, prefix)
  const heads = newKnownHeads()
  const listeners = Port.newListeners()
  const append = appendingTo(settings, held, reading, heads)
  const unwatch = watchLog(held, prefix, {
    appended: listeners.wake,
    held: heads.hold,
    lost: heads.drop,
  })
  let closing: Promise<void> | undefined

  return {
    append: (...asked) => {
      return async () => {
        const batch = batchOf(settings, ...asked)
        if (E.isLeft(batch)) return batch
        const answer = await append(batch.right)
        if (E.isRight(answer)) listeners.wake()
        return answer
      }
    },

    readStream:
      (stream, { after, limit }) =>
      async () => {
        const fault = Port.pageFault({ after, limit })
        if (fault !== undefined) return E.left(fault)
        const read = await reading.ofStream(stream, after, limit + 1)
        return E.isLeft(read) ? read : E.right(pageOf(read.right, limit))
      },

    readLog:
      ({ after = beginning, limit }) =>
      async () => {
        const fault = Port.pageFault({ limit })
        return fault === undefined ? reading.logPage(after, limit) : E.left(fault)
      },

    head: reading.head,

    onAppend: listeners.listen,

    close: async () => {
      closing ??= unwatch().then(held.close)
      await closing
      return E.right(undefined)
    },
  }
}

/**
 * Opens an event store on a server: makes a client, and asks it once where the log ends. `Misused` says what is wrong
 * with the options, `Unavailable` that the server does not answer.
 */
export const kurrentEventStore =
  (options: KurrentOptions): TaskEither<Port.Misused | Port.Unavailable, KurrentEventStore> =>
  async () => {
    const settings = settingsOf(options)
    const fault = optionsFault(settings)
    if (fault !== undefined) return E.left(Port.misused(fault))
    let held: HeldClient
    try {
      held = holdClient(settings)
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it threw'
      return E.left(Port.misused(`\`client\` makes no client: ${why}`))
    }
    const head = await readingOf(held, settings.prefix).head()
    if (E.isRight(head)) return E.right(storeOn(settings, held))
    await held.close()
    return head
  }
