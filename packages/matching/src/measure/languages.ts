import * as E from 'fp-ts/lib/Either.js'
import { wordsOf } from './attribute.ts'
import type { Measure } from './measure.ts'
import { shared } from './sets.ts'

/** Languages that both speak, from a list in the directory. */
export const sharedLanguages =
  (attribute: string): Measure =>
  ({ mentors, mentees }) =>
    E.right(
      shared(
        mentors,
        (person) => wordsOf(person, attribute),
        mentees,
        (person) => wordsOf(person, attribute),
      ),
    )
