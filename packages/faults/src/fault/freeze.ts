import type { Server } from '@reverse-mentoring/servers/postgres'
import { below } from '@reverse-mentoring/testing'
import { setTimeout } from 'node:timers/promises'
import type { Crew } from '../writer/crew.ts'
import type { Bench, Fault } from './fault.ts'
import { underLoad } from './under-load.ts'

/** Milliseconds that an answer may take. */
const deadline = 400

/** Milliseconds that something stands still at least: longer than others wait for it. */
const still = 1200

/** What stands still: the server, or one of the processes that share a file, whatever lock it has. */
const frozen = ({ store, chance }: Bench, crew: Crew): Pick<Server, 'freeze' | 'thaw'> => {
  if (store.name === 'PostgreSQL') return store.server
  if (store.name === 'KurrentDB' && store.node !== undefined) return store.node
  const writers = crew.writers()
  const [one] = writers.slice(below(chance, writers.length))
  return { freeze: () => one?.begun.freeze(), thaw: () => one?.begun.thaw() }
}

/** Something stands still for longer than others wait for it, and goes on as if nothing had been. */
export const freeze: Fault = {
  name: 'freeze',
  what: 'the server stands still (SIGSTOP), and comes back; on SQLite a writer does',
  leftOut: (store) =>
    store.name === 'KurrentDB' && store.node === undefined
      ? 'the node of KURRENTDB_URL is not ours to stop'
      : undefined,
  run: async (bench) => {
    const { store, chance, times, onProgress } = bench
    return underLoad(bench, await store.newAddress(), { deadline }, async (crew) => {
      for (let time = 1; time <= times; time += 1) {
        await crew.goOn()
        await setTimeout(below(chance, 30))
        const what = frozen(bench, crew)
        what.freeze()
        try {
          await setTimeout(still + below(chance, 300))
        } finally {
          what.thaw()
        }
        onProgress(time, times)
      }
      return times
    })
  },
}
