import { plain } from '../text/plain.ts'
import { latinDigits, spelt } from '../text/spelt.ts'

/** Somebody who stands in a source, whether they take part or not. */
export interface KnownPerson {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Somebody whom a text resembles, and by what. */
export interface Resemblance {
  readonly person: KnownPerson
  readonly by: 'e-mail address' | 'name' | 'number'
}

/** Everybody in a source, by whatever somebody may be called. */
export interface KnownPeople {
  readonly withId: (id: string) => ReadonlyArray<KnownPerson>
  readonly withEmail: (email: string) => ReadonlyArray<KnownPerson>
  /** People who have one name, where several have it. */
  readonly namesakes: ReadonlyArray<ReadonlyArray<KnownPerson>>
  /** Whom a text, or a part of it, could mean that is nobody's number: by a number written otherwise, an address, or a name. */
  readonly almost: (text: string) => ReadonlyArray<Resemblance>
  /**
   * Whom a text could mean at the least: who has the same digits, with no letters in one of the two numbers or the same in
   * both (`E01` and `1` are like `E1`), or a word of the name (`A. Ferreira`).
   */
  readonly alike: (text: string) => ReadonlyArray<Resemblance>
}

/** A number as spreadsheets shorten it: `1.03E+02`. */
export const isShortened = (text: string): boolean =>
  /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text.replace(/\s/gu, ''))

/** Numbers without case, signs, spaces, zeros in front and decimals of none; also as a spreadsheet shortened them. */
export const bareNumber = (text: string): string => {
  const bare = text.replace(/\s/gu, '')
  const whole = isShortened(bare)
    ? String(Number(bare.replace(',', '.')))
    : bare.replace(/[.,]0+$/, '')
  return latinDigits(whole.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '')
}

const lettersOf = (text: string): string => bareNumber(text).replace(/\p{N}/gu, '')
/** The digits of a number, without zeros in front. */
export const digitsOf = (text: string): string =>
  bareNumber(text)
    .replace(/\P{N}/gu, '')
    .replace(/^0+(?=.)/, '')

/** Names in any order of their parts: “Silva, Ana” is Ana Silva. */
export const bareName = (text: string): string => plain(text).split(' ').sort().join(' ')

/** The same in whatever letters a name is written. */
const speltName = (text: string): string => spelt(text).split(' ').sort().join(' ')

const bareEmail = (text: string): string => text.toLowerCase().replace(/^mailto:/, '')

/** What stands between people in one cell, and around numbers beside names. */
const between = /[;|,\n/&+()<>[\]]|\s(?:and|und|et|y|e|or)\s|\s[-–—:]\s|mailto:/iu

/** The parts of a text that could each name somebody, beside the text as a whole. */
const partsOf = (text: string): ReadonlyArray<string> => {
  const parts = text.split(between).map((part) => part.trim())
  const words =
    text.match(/[^\s,;<>()]+@[^\s,;<>()]+|[\p{L}\p{N}-]*\p{N}{2,}[\p{L}\p{N}-]*/gu) ?? []
  return [...new Set([...parts, ...words])].filter((part) => part !== '' && part !== text)
}

/** A name's part of so many letters names somebody; of very common ones some people are enough. */
const shortestWord = 3
const mostOfWord = 5

/** In longer texts two words that stand apart are no name. */
const mostWords = 8

/** The names of two words that a text may hold, whatever stands between them: titles, second names … */
const namesWithin = (text: string): ReadonlyArray<string> => {
  const words = spelt(text).split(' ')
  const reach = words.length > mostWords ? 2 : mostWords
  return words.flatMap((word, at) =>
    words.slice(at + 1, at + reach).map((other) => [word, other].sort().join(' ')),
  )
}

type Index = ReadonlyMap<string, ReadonlyArray<KnownPerson>>

const indexed = (people: ReadonlyArray<KnownPerson>, key: (one: KnownPerson) => string): Index => {
  const index = new Map<string, Array<KnownPerson>>()
  for (const one of people) {
    const word = key(one)
    const there = index.get(word)
    if (word === '') continue
    if (there === undefined) index.set(word, [one])
    else there.push(one)
  }
  return index
}

/** Finds the people of a source. O(people). */
export const knownPeople = (people: ReadonlyArray<KnownPerson>): KnownPeople => {
  const byId = indexed(people, ({ id }) => id)
  const byNumber = indexed(people, ({ id }) => bareNumber(id))
  let byDigits: Index | undefined
  const byEmail = indexed(people, ({ email }) => bareEmail(email))
  const byName = indexed(people, ({ name }) => speltName(name))
  const namesakes = indexed(people, ({ name }) => bareName(name))
  const some = (index: Index, key: string, by: Resemblance['by']): ReadonlyArray<Resemblance> =>
    (index.get(key) ?? []).map((person) => ({ person, by }))
  const byWord = new Map<string, ReadonlyArray<KnownPerson>>()
  for (const one of people)
    for (const word of new Set(spelt(one.name).split(' ')))
      if (word.length >= shortestWord && (byWord.get(word)?.length ?? 0) < mostOfWord)
        byWord.set(word, [...(byWord.get(word) ?? []), one])
  /** Whom an initial beside a word of a name could mean: `B. Lee`. */
  const initialled = (text: string): ReadonlyArray<Resemblance> => {
    const [one, other, ...more] = spelt(text).split(' ')
    if (one === undefined || other === undefined || more.length > 0) return []
    const [initial, word] = one.length === 1 ? [one, other] : [other, one]
    return initial.length > 1
      ? []
      : some(byWord, word, 'name').filter(({ person }) =>
          spelt(person.name)
            .split(' ')
            .some((part) => part !== word && part.startsWith(initial)),
        )
  }
  const whole = (text: string): ReadonlyArray<Resemblance> => {
    const number = some(byNumber, bareNumber(text), 'number')
    if (number.length > 0) return number
    const email = text.includes('@') ? some(byEmail, bareEmail(text), 'e-mail address') : []
    if (email.length > 0) return email
    const name = some(byName, speltName(text), 'name')
    if (name.length > 0) return name
    const word = some(byWord, spelt(text), 'name')
    return word.length > 0 ? word : initialled(text)
  }
  return {
    withId: (id) => byId.get(id) ?? [],
    namesakes: [...namesakes.values()].filter(({ length }) => length > 1),
    alike: (text) => {
      const letters = lettersOf(text)
      const isLike = (others: string): boolean =>
        letters === others || [letters, others].some((one) => !/^[a-z]+$/.test(one))
      // Only a number that is nobody's asks for it.
      byDigits ??= indexed(people, ({ id }) => digitsOf(id))
      const numbers = some(byDigits, digitsOf(text), 'number').filter(({ person }) =>
        isLike(lettersOf(person.id)),
      )
      if (numbers.length > 0) return numbers
      const words = spelt(text).split(' ')
      return words.length > mostWords ? [] : words.flatMap((word) => some(byWord, word, 'name'))
    },
    withEmail: (email) => byEmail.get(bareEmail(email)) ?? [],
    almost: (text) => {
      const found = whole(text)
      if (found.length > 0) return found
      const names = namesWithin(text).flatMap((name) => some(byName, name, 'name'))
      const all = [...partsOf(text).flatMap(whole), ...names]
      return [...new Map(all.map((one) => [one.person, one])).values()]
    },
  }
}
