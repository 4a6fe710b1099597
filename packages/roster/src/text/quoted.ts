import { clean } from './clean.ts'

/** What somebody wrote, in quotation marks and at most 40 letters. */
export const quoted = (text: string): string => {
  const letters = Array.from(clean(text).replace(/\s+/gu, ' '))
  return `“${letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('')}”`
}

/** As many of some texts as a reader takes in, and how many more there are. */
export const some = (texts: ReadonlyArray<string>, most = 8): string =>
  texts.length <= most
    ? texts.join(', ')
    : `${texts.slice(0, most).join(', ')} and ${String(texts.length - most)} more`

/** `1 row`, `2 rows`; with another word for several where an s is not enough. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : several}`
