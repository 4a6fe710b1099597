/** Whether something is a whole number within bounds. */
export const isWhole = (n: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(n) && Number(n) >= least && Number(n) <= most

/** A timer of this platform waits no longer, in milliseconds. */
export const longestTimer = 2_147_483_647
