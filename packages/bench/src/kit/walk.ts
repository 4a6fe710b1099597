import { arbitraryWalk, walkAlong } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'

/** Walks in one sample. */
const numRuns = 500

/** Walks random cohorts, and answers how many steps that took. */
const walked = (seed: number): number => {
  let steps = 0
  fc.check(
    fc.property(arbitraryWalk(), (walk) => {
      steps += walk.steps.length
    }),
    { numRuns, seed },
  )
  return steps
}

/** A random walk costs little more than what it walks on. */
export async function* walkRows(): AsyncGenerator<Row> {
  const seed = 1999
  const commands = fc
    .sample(arbitraryWalk(), { numRuns, seed })
    .map(({ steps }) => steps.map(({ command }) => command))
  const steps = commands.flat().length
  if (walked(seed) !== steps) throw new Error('the benchmark compares different walks')
  const [here = Number.NaN, alone = Number.NaN] = await interleaved(15, [
    () => walked(seed),
    () => commands.forEach((some) => walkAlong(some)),
  ])
  yield atMost(
    'walk: one step of a random walk, from choosing a command to the cohort after it',
    here / steps,
    ['decide and evolve of the same commands alone', alone / steps],
    3,
  )
}
