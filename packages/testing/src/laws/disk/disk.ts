import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Opened } from '../place.ts'

/** Opens an adapter on what a folder holds; made there where there is nothing. */
export type OpenIn<Adapter> = (folder: string) => TaskEither<unknown, Opened<Adapter>>

/** What the module of a disk exports: how each port is opened that is looked at. */
export interface DiskModule {
  readonly openEventStore?: OpenIn<Port.EventStore>
  readonly openViewStore?: OpenIn<Port.ViewStore>
  readonly openDirectory?: OpenIn<Port.Directory>
}

/** How laws reach an adapter that lives on a disk: from processes of their own, which are killed. */
export interface Disk {
  /** A module that node can import as it is, such as `new URL('disk.ts', import.meta.url)`; it exports a `DiskModule`. */
  readonly module: URL
  /** The file that grows with each append. Where it is told, its end is torn off once. */
  readonly tail?: (folder: string) => string
  /** The program `strace`, where this machine has it. Where it is told, what was taken must have been synced before. */
  readonly strace?: string
  /** A look of your own at what a law leaves, such as a check of the engine: what is wrong, if something is. */
  readonly lookAt?: (folder: string) => Promise<string | undefined>
  /** Flags for node, such as those of a loader; none unless told. */
  readonly execArgv?: ReadonlyArray<string>
  /** What the moments of kills are drawn from; 1 unless told. */
  readonly seed?: number
  /** Milliseconds that one law may take, 30 000 unless told; then its processes are killed, and it is broken. */
  readonly deadline?: number
}
