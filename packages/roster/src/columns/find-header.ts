import { plain, squeezed } from '../text/plain.ts'

/** What a column is called that has no header. */
export const unnamed = (index: number): string => `column ${String(index + 1)}`

/** What a column is called. */
export const calledAt = (headers: ReadonlyArray<string>, index: number): string =>
  headers[index] || unnamed(index)

/** Where a header is in a source, a column without one by its place (`column 6`); -1 where it is not. */
export const findHeader = (headers: ReadonlyArray<string>, wanted: string): number => {
  const exact = headers.indexOf(wanted)
  if (exact >= 0) return exact
  for (const alike of [plain, squeezed]) {
    const at = headers.map(alike).indexOf(alike(wanted))
    if (at >= 0 && alike(wanted) !== '') return at
  }
  return headers.findIndex((header, at) => header === '' && unnamed(at) === plain(wanted))
}
