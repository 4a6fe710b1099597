import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Task } from 'fp-ts/lib/Task.js'

/** An adapter at work, and how it is closed. */
export interface Opened<Adapter> {
  readonly adapter: Adapter
  readonly close: TE.TaskEither<string, void>
}

/**
 * Opens an adapter on one place where data is kept, such as one file. It can be opened several times: after a close,
 * as after a restart, and while it is open, as by a second process.
 */
export interface Place<Adapter> extends TE.TaskEither<string, Opened<Adapter>> {
  /** Clears the place away, once its law is over and all is closed, kept or broken. */
  readonly remove?: Task<void>
}

/** Makes a place for one law. It may hold data of other laws, as long as nobody else writes to it meanwhile. */
export type NewPlace<Adapter> = TE.TaskEither<string, Place<Adapter>>

/** Makes places for an adapter whose data goes with it: however often it is opened, it is the one that was made. */
export const inMemory =
  <Adapter>(make: () => Adapter): NewPlace<Adapter> =>
  () => {
    const adapter = make()
    const close: Opened<Adapter>['close'] = TE.of(undefined)
    return TE.of(TE.of({ adapter, close }))()
  }
