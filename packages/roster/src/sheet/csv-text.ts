import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'

const decoded = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : 'utf-8'

/** Text of bytes in UTF-8, or in UTF-16 with its mark, with plain line feeds: only so does a parser count lines inside quotes right. */
export const csvText = (bytes: Uint8Array): E.Either<UnreadableRoster, string> => {
  const text = decoded(encodingOf(bytes), bytes)
  return text === undefined || text.includes('\0')
    ? E.left(
        unreadable(
          'the file is not text in UTF-8',
          'save it again as “CSV UTF-8” and not as a workbook',
        ),
      )
    : E.right(text.replace(/\r\n?/g, '\n'))
}
