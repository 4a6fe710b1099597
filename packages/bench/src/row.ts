/** One comparison: what was done, what it cost here, what the same run measured beside it, and whether the bar holds. */
export interface Row {
  readonly work: string
  /** Median of this project's cost, with its unit. */
  readonly here: string
  /** What it is compared with, and its median. */
  readonly comparedWith: string
  /** `here` over `comparedWith`, medians of interleaved runs. */
  readonly ratio: number
  /** What the ratio must keep, such as `≤ 6`. */
  readonly bar: string
  /** Whether it does; absent where there was nothing to compare with, which `comparedWith` then says. */
  readonly holds?: boolean
}

/** A benchmark: yields its rows as they are done. */
export type Bench = () => AsyncIterable<Row>

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

export const milliseconds = (cost: number): string =>
  `${cost < 10 ? cost.toFixed(3) : cost.toFixed(0)} ms`

export const rounded = (ratio: number): number => Math.round(ratio * 1000) / 1000
