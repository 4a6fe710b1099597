import { below } from '@reverse-mentoring/testing'
import { setTimeout } from 'node:timers/promises'
import { nothingCounted, plus, type Counts } from '../audit/counts.ts'
import { newCrew, type Crew } from '../writer/crew.ts'
import type { Bench, Fault } from './fault.ts'
import { auditAt, counted, newPlace } from './under-load.ts'

/** Kills in one place, before it is looked at. */
const most = 60

/** Writers that live at the same time. */
const size = 3

/** Of so many processes one is killed while it starts. */
const atStart = 8

/** Kills one process after another of a number: at a random moment of its start, or of its work. */
const killAll = async (
  { chance, onProgress, kills }: Bench,
  crew: Crew,
  number: number,
  takeTurn: () => number | undefined,
): Promise<void> => {
  for (let turn = takeTurn(); turn !== undefined; turn = takeTurn()) {
    const { begun } = crew.start(number)
    if (below(chance, atStart) > 0)
      while (!begun.said().includes('\ndid ') && !begun.isOver()) await setTimeout(2)
    await setTimeout(below(chance, 120))
    if (begun.isOver()) throw new Error(`a writer ended by itself: ${begun.said().slice(-2000)}`)
    begun.kill()
    await begun.ended
    onProgress(turn, kills)
  }
}

const inOnePlace = async (bench: Bench, before: number, kills: number): Promise<Counts> => {
  const address = await newPlace(await bench.store.newAddress())
  const crew = newCrew({ address, size, scope: bench.scope })
  let done = 0
  const takeTurn = (): number | undefined => (done < kills ? before + (done += 1) : undefined)
  const numbers = Array.from({ length: size }, (_, i) => i + 1)
  await Promise.all(numbers.map((number) => killAll(bench, crew, number, takeTurn)))
  const acknowledged = await crew.end()
  return counted(await auditAt(address, { acknowledged }), kills, crew)
}

/** Kills processes with whole engines in the middle of their work; each next one asks again what got no answer. */
export const kill: Fault = {
  name: 'kill',
  what: 'kill -9 of writer processes, one after another',
  leftOut: () => undefined,
  run: async (bench) => {
    let counts = nothingCounted
    for (let before = 0; before < bench.kills; before += most) {
      const some = Math.min(most, bench.kills - before)
      counts = plus(counts, await inOnePlace(bench, before, some))
    }
    return counts
  },
}
