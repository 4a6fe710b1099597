import { Values } from '@reverse-mentoring/core'
import { folded } from '../text/plain.ts'

/** What signs are called where they tell words apart. */
const signs: Readonly<Record<string, string>> = {
  '+': ' plus ',
  '#': ' sharp ',
  '&': ' and ',
  '%': ' percent ',
}

/** Eight letters that stand for a text: FNV-1a, 32 bits. */
const digest = (text: string): string => {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= byte
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(36).padStart(7, '0')
}

const mostLetters = 40

/**
 * The code of a topic, so that different words have different codes: its words in lower case, signs by their names, and
 * where that does not tell all of it (other scripts, long texts) seven letters that do. `undefined` where there is no
 * letter and no digit.
 */
export const topicCode = (label: string): Values.Code | undefined => {
  const words = folded(label)
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined
  const named = words.replace(/[+#&%]/g, (sign) => signs[sign] ?? ' ')
  const latin = named.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss')
  const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const tellsAll = !/[^\p{ASCII}]/u.test(latin.replace(/[\p{P}\p{S}]/gu, ''))
  const code =
    tellsAll && slug.length <= mostLetters
      ? slug
      : [slug.slice(0, mostLetters - 8).replace(/-$/, ''), digest(words)]
          .filter((part) => part !== '')
          .join('-')
  return Values.Code.is(code) ? code : undefined
}
