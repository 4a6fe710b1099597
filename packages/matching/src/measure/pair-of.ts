import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, type Measured, unknown } from './measure.ts'

/** Joins the values of two measures, pair by pair. */
const joined =
  (join: (a: number, b: number) => number, most: (a: number, b: number) => number) =>
  (one: Measure, other: Measure): Measure =>
  (people, code) =>
    pipe(
      one(people, code),
      E.flatMap((first) =>
        pipe(
          other(people, code),
          E.map((second): Measured => {
            const values = new Int32Array(people.mentors.length)
            return {
              values: (mentee, list, count, into) => {
                first.values(mentee, list, count, into)
                second.values(mentee, list, count, values)
                for (let at = 0; at < count; at += 1)
                  into[at] = join(into[at] ?? 0, values[at] ?? 0)
              },
              most: most(first.most, second.most),
              fault: () => first.fault?.() ?? second.fault?.(),
            }
          }),
        ),
      ),
    )

/** Both values together; one that is unknown adds nothing, and two are unknown. */
export const sum = joined(
  (a, b) => (a < 0 ? b : b < 0 ? a : a + b),
  (a, b) => a + b,
)

/** The lower value; beside one that is unknown only 0 is known. */
export const lesser = joined(
  (a, b) => (a === 0 || b === 0 ? 0 : a < 0 || b < 0 ? unknown : Math.min(a, b)),
  Math.min,
)
