import type { Matching } from '@reverse-mentoring/core'

/** A word that the directory holds of somebody's job; `undefined` is unknown. */
export const wordOf = (person: Matching.Candidate, name: string): string | undefined => {
  const value = person.attributes[name]
  return typeof value === 'string' ? value : undefined
}

/** The words of a list that the directory holds, one word being a list of one. */
export const wordsOf = (
  person: Matching.Candidate,
  name: string,
): ReadonlyArray<string> | undefined => {
  const value = person.attributes[name]
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? value : undefined
}

/** Numbers words as they come; -1 for who has none. The same word has the same number for all calls. */
export const numbering = () => {
  const numberOf = new Map<string, number>()
  return {
    of: (word: string | undefined): number => {
      if (word === undefined) return -1
      const known = numberOf.get(word)
      if (known !== undefined) return known
      numberOf.set(word, numberOf.size)
      return numberOf.size - 1
    },
    words: (): ReadonlyArray<string> => [...numberOf.keys()],
  }
}
