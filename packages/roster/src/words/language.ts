import { folded, plain } from '../text/plain.ts'

/** A tag of BCP 47 that begins with two or three letters. */
const tag = /^([a-z]{2,3})(?:[ -][a-z0-9 -]+)?$/

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What a language is called in another one; `undefined` where nobody calls it anything. */
const nameIn = (language: string, code: string): string | undefined => {
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
  } catch {
    return undefined
  }
}

/** The languages with a code of two letters, by their English names and by their own. Made once, when it is asked for. */
const namesOf = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  for (const a of letters)
    for (const b of letters) {
      const code = `${a}${b}`
      const name = english.of(code)
      if (name === undefined || names.has(plain(name))) continue
      names.set(plain(name), code)
      const own = nameIn(code, code)
      if (own !== undefined && !names.has(plain(own))) names.set(plain(own), code)
    }
  names.set('mandarin', 'zh')
  names.set('mandarin chinese', 'zh')
  names.set('farsi', 'fa')
  names.set('flemish', 'nl')
  return names
}

let names: ReadonlyMap<string, string> | undefined

/** The language that a word names: its BCP 47 code (`en` for English, english, en-GB, Englisch is not one); else the word in lower case. */
export const languageOf = (word: string): string => {
  names ??= namesOf()
  const bare = word.replace(/\([^)]*\)/g, ' ')
  const known = names.get(plain(bare))
  if (known !== undefined) return known
  const code = tag.exec(folded(bare))?.[1]
  return code !== undefined && nameIn('en', code) !== undefined ? code : folded(word)
}
