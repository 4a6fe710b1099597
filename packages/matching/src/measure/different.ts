import * as E from 'fp-ts/lib/Either.js'
import { numbering, wordOf } from './attribute.ts'
import { type Measure, unknown } from './measure.ts'

/** 1 for two people whose words in one respect differ, 0 for the same word. */
export const different =
  (attribute: string): Measure =>
  ({ mentors, mentees }) => {
    const number = numbering()
    const theirs = Int32Array.from(mentors, (person) => number.of(wordOf(person, attribute)))
    const own = Int32Array.from(mentees, (person) => number.of(wordOf(person, attribute)))
    return E.right({
      values: (mentee, list, count, into) => {
        const word = own[mentee] ?? unknown
        if (word < 0) {
          into.fill(unknown, 0, count)
          return
        }
        for (let at = 0; at < count; at += 1) {
          const other = theirs[list[at] ?? 0] ?? unknown
          into[at] = other < 0 ? unknown : other === word ? 0 : 1
        }
      },
      most: 1,
    })
  }
