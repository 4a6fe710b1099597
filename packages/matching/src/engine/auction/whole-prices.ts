import type { Market } from './market.ts'

/** The widest gap between neighbours on a circle of so many steps: where it ends, and how wide it is. */
const widestGap = (
  sorted: Float64Array,
  circle: number,
): { readonly end: number; readonly width: number } => {
  let end = sorted[0] ?? 0
  let width = end + circle - (sorted[sorted.length - 1] ?? 0)
  for (let i = 1; i < sorted.length; i += 1) {
    const gap = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0)
    if (gap > width) [end, width] = [sorted[i] ?? 0, gap]
  }
  return { end, width }
}

/**
 * The prices in whole score points, if they are exact; else `undefined`. Prices modulo the unit, and the 0 that a free
 * place costs, are sorted on a circle and cut in the widest gap. Where the gap is wider than the step, rounding down
 * from the cut moves no choice past another: of two choices apart by at most the step, the one held is then at least
 * as good. O(mentors log mentors).
 */
export const wholePrices = ({ price, unit, step }: Market): Float64Array | undefined => {
  const mentors = price.length
  const residues = new Float64Array(mentors + 1)
  for (let mentor = 0; mentor < mentors; mentor += 1)
    residues[mentor] = (((price[mentor] ?? 0) % unit) + unit) % unit
  const { end, width } = widestGap(residues.sort(), unit)
  if (width <= step) return undefined
  const zero = Math.floor(-end / unit)
  return price.map((amount) => Math.floor((amount - end) / unit) - zero)
}
