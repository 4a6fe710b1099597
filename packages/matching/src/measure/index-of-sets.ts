/** A bit for each mentor: who has each word, and of whom no word is known. */
interface Holders {
  readonly width: number
  readonly ofWord: Int32Array
  readonly ofNone: Int32Array
}

const mark = (bits: Int32Array, base: number, person: number): void => {
  const at = base + (person >>> 5)
  bits[at] = (bits[at] ?? 0) | (1 << (person & 31))
}

const holdersOf = (people: ReadonlyArray<ReadonlyArray<number>>, words: number): Holders => {
  const width = Math.ceil(people.length / 32)
  const ofWord = new Int32Array(words * width)
  const ofNone = new Int32Array(width)
  people.forEach((numbers, person) => {
    if (numbers.length === 0) mark(ofNone, 0, person)
    for (const word of numbers) if (word >= 0) mark(ofWord, word * width, person)
  })
  return { width, ofWord, ofNone }
}

/** An index of so many bits is still small: 32 MB. */
const mostNumbers = 8_000_000

/**
 * An inverted index: from the words of each mentor, as numbers (-1 is a word that nobody asks for), lists those who
 * have one of some words or none at all, ascending. O(words asked × mentors / 32 + mentors listed).
 */
export const indexOfSets = (
  mentors: ReadonlyArray<ReadonlyArray<number>>,
  words: number,
): ((asked: ReadonlyArray<number>, into: Int32Array) => number) | undefined => {
  if (words * Math.ceil(mentors.length / 32) > mostNumbers) return undefined
  const { width, ofWord, ofNone } = holdersOf(mentors, words)
  return (asked, into) => {
    let count = 0
    for (let at = 0; at < width; at += 1) {
      let bits = ofNone[at] ?? 0
      for (let i = 0; i < asked.length; i += 1) bits |= ofWord[(asked[i] ?? 0) * width + at] ?? 0
      while (bits !== 0) {
        const low = bits & -bits
        into[count] = (at << 5) + 31 - Math.clz32(low)
        count += 1
        bits ^= low
      }
    }
    return count
  }
}
