import type { KnownPeople } from './line/known-people.ts'
import type { Sheet } from './sheet/sheet.ts'

/** A column names people if so many of its cells name somebody in the source. */
const mostly = 0.8

/** Short cells name somebody by chance: ages, counts … */
const tooShort = 3

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
    let [filled, naming] = [0, 0]
    for (const { cells } of rows) {
      const text = cells[index] ?? ''
      if (text === '') continue
      filled += 1
      if (text.length < tooShort) continue
      const named = people.withId(text)[0] ?? people.almost(text)[0]?.person
      if (named !== undefined && named.id !== cells[ownId]) naming += 1
    }
    if (naming >= 2 && naming >= mostly * filled) return index
  }
  return -1
}
