import type { Fault } from './fault.ts'
import { underLoad } from './under-load.ts'

/** The server ends at once, with nothing tidied up, and is started again on what its disk holds. */
export const crash: Fault = {
  name: 'crash',
  what: 'the server ends at once under load (`pg_ctl stop -m immediate`), and starts again',
  leftOut: (store) => {
    if (store.name === 'SQLite') return 'it has no server: its processes are killed'
    return store.name === 'KurrentDB' && store.node === undefined
      ? 'the node of KURRENTDB_URL is not ours to end'
      : undefined
  },
  run: async (bench) => {
    const { store, times, onProgress } = bench
    if (store.name === 'SQLite') return 'there is no server'
    return underLoad(bench, await store.newAddress(), { deadline: 2000 }, async (crew) => {
      for (let time = 1; time <= times; time += 1) {
        await crew.goOn()
        if (store.name === 'PostgreSQL') {
          await store.server.stop('immediate')
          await store.server.start()
        } else {
          await store.node?.kill()
          await crew.untilOneWaits(2000)
          await store.node?.restart()
        }
        onProgress(time, times)
      }
      return times
    })
  },
}
