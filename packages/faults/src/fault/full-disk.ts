import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf } from '../store/folder.ts'
import { newSchemas, newServer } from '../store/postgres.ts'
import { isUp } from '../store/sql.ts'
import { smallDisk, type SmallDisk } from '../store/tmpfs.ts'
import type { Bench, Fault } from './fault.ts'
import { underLoad } from './under-load.ts'

/** Megabytes of each disk: the least on which its store runs well. */
const files = 48
const server = 192

/** Milliseconds within which a full disk has to show. */
const patience = 60_000

/** Fills the disk again and again until a writer waits, and frees it; `mend` is what an operator does then. */
const onDisk = async (bench: Bench, address: string, disk: SmallDisk, mend: () => Promise<void>) =>
  underLoad(bench, address, {}, async (crew) => {
    let shown = 0
    for (let time = 1; time <= bench.times; time += 1) {
      await crew.goOn()
      await disk.fill()
      if (await crew.untilOneWaits(patience)) shown += 1
      await disk.free()
      await mend()
      bench.onProgress(time, bench.times)
    }
    return shown
  })

const forFiles = async (bench: Bench) => {
  const disk = await smallDisk(bench.scope, files)
  if (typeof disk === 'string') return disk
  const folder = join(disk.folder, 'files')
  await mkdir(folder)
  return onDisk(bench, addressOf(folder), disk, () => Promise.resolve())
}

const forServer = async (bench: Bench) => {
  const disk = await smallDisk(bench.scope, server)
  if (typeof disk === 'string') return disk
  const own = await newServer(bench.scope, join(disk.folder, 'data'))
  if (typeof own === 'string') return own
  return onDisk(bench, newSchemas(own.url), disk, async () => {
    // It ends by itself where it cannot go on with its journal.
    if (await isUp(own.url)) return
    await own.stop('immediate')
    await own.start()
  })
}

/** No room is left on the disk; later there is some. */
export const fullDisk: Fault = {
  name: 'full-disk',
  what: 'the disk is full, and has room again later',
  leftOut: ({ name }) =>
    name === 'KurrentDB' ? 'the log of the server of its protocol is in memory' : undefined,
  run: async (bench) => {
    switch (bench.store.name) {
      case 'SQLite':
        return forFiles(bench)
      case 'PostgreSQL':
        return forServer(bench)
      case 'KurrentDB':
        return 'the log of the server of its protocol is in memory'
    }
  },
}
