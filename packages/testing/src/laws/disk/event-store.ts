import type { Law } from '../law.ts'
import type { Disk } from './disk.ts'
import { killedLaws } from './event-store/killed.ts'
import { syncedLaw } from './event-store/synced.ts'
import { togetherLaws } from './event-store/together.ts'
import { tornLaw } from './event-store/torn.ts'

/**
 * What every event store on a disk must keep beside `eventStoreLaws`: when several processes work on it, and when they
 * are killed. Each takes some seconds, and leaves neither a process nor a file.
 */
export const eventStoreDiskLaws = (disk: Disk): ReadonlyArray<Law> =>
  [
    ...killedLaws,
    ...togetherLaws,
    ...(disk.tail === undefined ? [] : [tornLaw(disk.tail)]),
    ...(disk.strace === undefined ? [] : [syncedLaw(disk.strace)]),
  ].map((law) => law(disk))
