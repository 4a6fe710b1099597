import { bareNumber, type KnownPeople, type Resemblance } from '../line/known-people.ts'
import { plain } from '../text/plain.ts'

/** Numbers shorter than this name somebody by chance: ages, counts … */
const tooShort = 3

/** How many cells of a column say something but whose row it is, and how many of these name somebody. */
export interface PeopleInColumn {
  readonly filled: number
  /** By a number, a name or an address that nobody hits by chance. */
  readonly surely: number
  /** By a short number. */
  readonly short: number
  /** By a word of a name alone, which may be a place's as well. */
  readonly word: number
  readonly values: number
}

/** Whoever stands in a row, to tell whether a cell names them or somebody else. */
export interface Own {
  readonly id: string
  readonly name: string
}

/** A number counts by the digits that it shares with somebody's: those of `2,5` are two, as of `00025`. */
const kindOf = (text: string, isExact: boolean): 'surely' | 'short' | 'word' => {
  if (!/\s|@|\d/.test(text)) return 'word'
  const shared = isExact || !/^[\d.,]+$/.test(text) ? text : bareNumber(text)
  return shared.length < tooShort ? 'short' : 'surely'
}

/** Counts the people in a column, each text looked up once. O(rows). */
export const peopleInColumn = (
  cells: ReadonlyArray<string>,
  rows: ReadonlyArray<Own>,
  people: KnownPeople,
): PeopleInColumn => {
  const known = new Map<string, ReadonlyArray<Resemblance['person']>>()
  const count = { filled: 0, surely: 0, short: 0, word: 0 }
  for (const [at, text] of cells.entries()) {
    if (text === '') continue
    let found = known.get(text)
    if (found === undefined) {
      const exactly = people.withId(text)
      found = exactly.length > 0 ? exactly : people.almost(text).map(({ person }) => person)
      known.set(text, found)
    }
    const own = rows[at]
    const kind = kindOf(text, people.withId(text).length > 0)
    const isOwn =
      found.some(({ id }) => id === own?.id) ||
      (kind === 'word' &&
        plain(own?.name ?? '')
          .split(' ')
          .includes(plain(text)))
    if (isOwn) continue
    count.filled += 1
    if (found.length > 0) count[kind] += 1
  }
  return { ...count, values: known.size }
}

/** So many of the cells have to name somebody where each alone may do so by chance. */
const mostly = 0.8

/** Whether short numbers name few people, each several times, as managers are named. */
const shortOnes = ({ filled, surely, short, values }: PeopleInColumn): boolean =>
  short > 0 && surely + short >= mostly * filled && (filled < 3 || 2 * values <= filled)

const wordsMostly = ({ filled, surely, short, word }: PeopleInColumn): boolean =>
  word > 1 && surely + short + word >= mostly * filled

/** Whether cells of a column name people, be it one alone. */
export const namesSomebody = (found: PeopleInColumn): boolean =>
  found.surely > 0 || shortOnes(found) || wordsMostly(found)

/** Whether a column is full of people. */
export const isFullOfPeople = (found: PeopleInColumn): boolean =>
  (found.surely > 0 && 2 * (found.surely + found.short) >= found.filled) ||
  shortOnes(found) ||
  wordsMostly(found)
