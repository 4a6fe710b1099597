import type { KnownPeople } from './line/known-people.ts'
import type { Sheet } from './sheet/sheet.ts'

/** Numbers shorter than this name somebody by chance: ages, counts … */
const tooShort = 3

/** So many of the cells with short numbers have to name somebody; and they name few people, each several times. */
const mostly = 0.8

const lacksWords = (text: string): boolean => !/\s|@/.test(text) && !/\d/.test(text)

/**
 * A column that is not read although its cells name people of the source, and so perhaps who stands above them. Nobody
 * would see it if it were passed over. O(cells).
 */
export const overlooked = (
  { headers, rows }: Sheet,
  people: KnownPeople,
  isUsed: (index: number) => boolean,
  ownId: number,
): number => {
  for (const index of headers.keys()) {
    if (isUsed(index)) continue
    let [filled, short] = [0, 0]
    const values = new Set<string>()
    for (const { cells } of rows) {
      const text = cells[index] ?? ''
      if (text === '') continue
      filled += 1
      values.add(text)
      // One word of letters alone is a place or a department sooner than a person.
      if (lacksWords(text)) continue
      const named = people.withId(text)[0] ?? people.almost(text)[0]?.person
      if (named === undefined || named.id === cells[ownId]) continue
      if (text.length >= tooShort) return index
      short += 1
    }
    if (short > 0 && short >= mostly * filled && (filled < 3 || 2 * values.size <= filled))
      return index
  }
  return -1
}
