/** By UTF-16 code unit. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
