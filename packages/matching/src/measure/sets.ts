import type { Matching } from '@reverse-mentoring/core'
import { indexOfSets } from './index-of-sets.ts'
import { type Measured, unknown } from './measure.ts'

/** What each person has of some words; `undefined` or nothing at all is unknown. */
export type WordsOf = (candidate: Matching.Candidate) => ReadonlyArray<string> | undefined

/** Sets of words as bits, `width` numbers of 32 bits for each person. */
interface Sets {
  readonly bits: Int32Array
  readonly isKnown: Uint8Array
}

const setsOf = (people: ReadonlyArray<ReadonlyArray<number>>, width: number): Sets => {
  const bits = new Int32Array(people.length * width)
  const isKnown = new Uint8Array(people.length)
  people.forEach((numbers, i) => {
    isKnown[i] = numbers.length === 0 ? 0 : 1
    for (const number of numbers) {
      if (number < 0) continue
      const at = i * width + (number >>> 5)
      bits[at] = (bits[at] ?? 0) | (1 << (number & 31))
    }
  })
  return { bits, isKnown }
}

const ones = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many words both people have. Only words that some mentee has take a bit. */
export const shared = (
  mentors: ReadonlyArray<Matching.Candidate>,
  ofMentor: WordsOf,
  mentees: ReadonlyArray<Matching.Candidate>,
  ofMentee: WordsOf,
): Measured => {
  const words = [...new Set(mentees.flatMap((mentee) => ofMentee(mentee) ?? []))].sort()
  const numberOf = new Map(words.map((word, i) => [word, i]))
  const width = Math.max(1, Math.ceil(words.length / 32))
  const numbers = (of: WordsOf) => (person: Matching.Candidate) =>
    (of(person) ?? []).map((word) => numberOf.get(word) ?? -1)
  const offered = mentors.map(numbers(ofMentor))
  const asked = mentees.map(numbers(ofMentee))
  const theirs = setsOf(offered, width)
  const own = setsOf(asked, width)
  const index = indexOfSets(offered, words.length)
  return {
    ...(index !== undefined && {
      some: (mentee: number, into: Int32Array) =>
        own.isKnown[mentee] === 0 ? -1 : index(asked[mentee] ?? [], into),
    }),
    values: (mentee, list, count, into) => {
      if (own.isKnown[mentee] === 0) {
        into.fill(unknown, 0, count)
        return
      }
      const base = mentee * width
      for (let at = 0; at < count; at += 1) {
        const mentor = list[at] ?? 0
        const from = mentor * width
        let both = 0
        for (let i = 0; i < width; i += 1)
          both += ones((theirs.bits[from + i] ?? 0) & (own.bits[base + i] ?? 0))
        into[at] = theirs.isKnown[mentor] === 0 ? unknown : both
      }
    },
    most: words.length,
  }
}
