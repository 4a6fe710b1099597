/** The highest value that a function may give. */
export const mostOfEach = 1_000_000

/** What is wrong with a value, if something is. */
export const problemOf = (value: number): string | undefined => {
  if (!Number.isInteger(value)) return `gave ${String(value)}, which is no whole number`
  if (value < 0) return `gave ${String(value)}, which is less than 0`
  return value > mostOfEach ? `gave ${String(value)}, which is more than a million` : undefined
}
