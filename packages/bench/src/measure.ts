/** The middle of some figures. */
export const median = (figures: ReadonlyArray<number>): number => {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds that one call takes. */
export const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Milliseconds until one promise is kept. */
export const timedAsync = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Medians of several works that take turns, A B A B …, so that a machine that slows down slows all of them.
 * The first round warms up and is not counted.
 */
export const interleaved = async (
  rounds: number,
  works: ReadonlyArray<() => unknown>,
): Promise<ReadonlyArray<number>> => {
  const figures: ReadonlyArray<Array<number>> = works.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, work] of works.entries()) {
      const cost = await timedAsync(() => Promise.resolve(work()))
      if (round > 0) figures[i]?.push(cost)
    }
  }
  return figures.map(median)
}
