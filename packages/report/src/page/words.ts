import type { Shown } from './table.ts'

/** `1 pairing`, `2 pairings`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** `3 of 4` as `75 %`; of nothing there is no share. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${String(Math.round((100 * part) / whole))} %`

/** `a, b and c` */
export const listed = (items: ReadonlyArray<string>): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`

/** The same as a cell: to two decimals where it is sorted and exported. */
export const share = (part: number, whole: number): Shown => ({
  text: percent(part, whole),
  value: whole === 0 ? '' : Math.round((100 * part) / whole) / 100,
})
