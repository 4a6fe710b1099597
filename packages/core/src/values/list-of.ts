import * as t from 'io-ts'
import { described } from './described.ts'

/** A list of at most so many of these. */
export const listOf = <C extends t.Mixed>(most: number, item: C) =>
  described(
    t.refinement(t.readonlyArray(item), ({ length }) => length <= most, `at most ${String(most)}`),
    { description: `a list of at most ${String(most)}`, maxItems: most },
  )
