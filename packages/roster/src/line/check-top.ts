import { unreadable, type UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import { quoted } from '../text/quoted.ts'
import type { KnownPeople } from './known-people.ts'
import { pointedOut } from './refer.ts'

/** Why somebody who was named as top is not, as the source says; nothing where all of them may be. */
export const topFault = (
  top: ReadonlyArray<string>,
  people: KnownPeople,
  managersOf: (id: string) => ReadonlyArray<string>,
  { unit, words }: { readonly unit: string; readonly words: SettingWords },
): UnreadableRoster | undefined => {
  for (const id of top) {
    const [person] = people.withId(id)
    const [above] = person === undefined ? [] : managersOf(id)
    if (person !== undefined && above !== undefined)
      return unreadable(
        `${quoted(id)} was named as top, and ${unit} ${String(person.line)} says that ${quoted(above)} stands above them`,
        `take ${quoted(id)} out of the top, or correct the manager there`,
      )
    const [resembling] = person === undefined ? [...people.almost(id), ...people.alike(id)] : []
    if (resembling !== undefined)
      return unreadable(
        `${quoted(id)} was named as top, and is nobody’s number; but ${pointedOut(unit, resembling)}`,
        `name the number if they are meant: ${words('top', resembling.person.id)}`,
      )
  }
  return undefined
}
