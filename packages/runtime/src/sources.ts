import type { Command, Values } from '@reverse-mentoring/core'
import type * as T from 'fp-ts/lib/Task.js'

/** What the runtime takes from outside the domain: everything that makes two runs differ. */
export interface Sources {
  /** A fresh version 7 id for a record or a command. */
  readonly id: () => Values.Uuid
  /** The id of a command that comes without one; a fresh one, unless told. */
  readonly commandId?: (command: Command.Command) => Values.Uuid
  /** A number from 0 up to, not including, 1. */
  readonly chance: () => number
  /** The instant that it is. */
  readonly now: () => Values.Instant
  /** Is done after so many milliseconds. */
  readonly pause: (milliseconds: number) => T.Task<void>
  /** Rings once after so many milliseconds, unless it is stopped before; answers how. */
  readonly alarm: (milliseconds: number, ring: () => void) => () => void
}
