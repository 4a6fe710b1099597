/** One comparison: what was done, what it cost here, what the same run measured beside it, and whether the bar holds. */
export interface Row {
  readonly work: string
  /** Median of this project's cost, with its unit. */
  readonly here: string
  /** What it is compared with, and its median. */
  readonly comparedWith: string
  /** `here` over `comparedWith`, or the other way round where the bar is `≥`; medians of interleaved runs. */
  readonly ratio: number
  /** What the ratio must keep, such as `≤ 6`. */
  readonly bar: string
  /** Whether it does; absent where there was nothing to compare with, which `comparedWith` then says. */
  readonly holds?: boolean
}

/** The row of two medians in milliseconds: what it is compared with must cost at least `least` times as much. */
export const atLeast = (
  work: string,
  here: number,
  comparedWith: readonly [what: string, cost: number],
  least: number,
): Row => {
  const ratio = comparedWith[1] / here
  return {
    ...atMost(work, here, comparedWith, Infinity),
    ratio: rounded(ratio),
    bar: `≥ ${String(least)}`,
    holds: ratio >= least,
  }
}

/** The row of two medians in milliseconds, whose ratio must be at most `most`. */
export const atMost = (
  work: string,
  here: number,
  comparedWith: readonly [what: string, cost: number],
  most: number,
): Row => {
  const ratio = here / comparedWith[1]
  return {
    work,
    here: milliseconds(here),
    comparedWith: `${comparedWith[0]}: ${milliseconds(comparedWith[1])}`,
    ratio: rounded(ratio),
    bar: `≤ ${String(most)}`,
    holds: ratio <= most,
  }
}

/** A cost in milliseconds, or in microseconds where it is small. */
export const milliseconds = (cost: number): string =>
  cost < 0.1 ? `${(cost * 1000).toFixed(2)} µs` : `${cost.toFixed(cost < 10 ? 2 : 0)} ms`

export const rounded = (ratio: number): number => Math.round(ratio * 1000) / 1000
