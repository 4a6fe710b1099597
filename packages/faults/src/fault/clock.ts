import { below } from '@reverse-mentoring/testing'
import type { Fault } from './fault.ts'
import { underLoad } from './under-load.ts'
import { waitUntil } from './wait-until.ts'

/** Jumps that are waited for each time. */
const jumps = 5

/** The clock of each process jumps by up to 400 days, forward and back, before every round of its work. */
export const clock: Fault = {
  name: 'clock',
  what: 'the clock of every process jumps by up to 400 days, forward and back',
  leftOut: () => undefined,
  run: async (bench) => {
    const { store, chance, times, onProgress } = bench
    const seed = below(chance, 1_000_000)
    return underLoad(bench, await store.newAddress(), { clock: seed }, async (crew) => {
      const jumped = (): number => crew.count(/^jumped /gm)
      for (let time = 1; time <= times; time += 1) {
        await waitUntil(() => jumped() >= time * jumps)
        onProgress(time, times)
      }
      return jumped()
    })
  },
}
