import { plain } from '../text/plain.ts'

/** Where a header is in a source; -1 where it is not. */
export const findHeader = (headers: ReadonlyArray<string>, wanted: string): number => {
  const exact = headers.indexOf(wanted)
  return exact >= 0 ? exact : headers.map(plain).indexOf(plain(wanted))
}
