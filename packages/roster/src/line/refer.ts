import type { NamedBy } from '../columns/manager-header.ts'
import { isDate } from '../person/whole.ts'
import type { CellFault } from '../person/row-cells.ts'
import type { ProblemKind } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import { quoted } from '../text/quoted.ts'
import { isShortened, type KnownPeople, type Resemblance } from './known-people.ts'

/** Whom a text names as manager: somebody of the source, somebody outside above whom nobody stands, or nobody for sure. */
export type Reference =
  | { readonly _tag: 'Known'; readonly id: string }
  | { readonly _tag: 'Outside'; readonly id: string }
  | ({ readonly _tag: 'Unclear' } & Unclear)

export interface Unclear extends Pick<
  CellFault,
  'kind' | 'problem' | 'mend' | 'many' | 'mendMany'
> {}

/** What is needed to tell whom a text names. */
export interface Referring {
  readonly unit: string
  readonly headers: ReadonlyArray<string>
  readonly people: KnownPeople
  readonly top: ReadonlySet<string>
  readonly words: SettingWords
}

const unclear = (
  kind: ProblemKind,
  problem: string,
  mend: string,
  many: Pick<Unclear, 'many' | 'mendMany'> = {},
): Reference => ({ _tag: 'Unclear', kind, problem, mend, ...many })

/** Somebody as a coordinator finds them: `line 7, Ana Silva, has E2`. */
export const pointedOut = (unit: string, { person, by }: Resemblance): string => {
  const { line, name, id, email } = person
  const has = { number: quoted(id), 'e-mail address': quoted(email), name: 'that name' }[by]
  return `${unit} ${String(line)}, ${name === '' ? 'without a name' : name}, has ${has}`
}

const almost = (
  text: string,
  found: ReadonlyArray<Resemblance>,
  unit: string,
  others = '',
): Reference => {
  const [first] = found
  const besides = found.length - 1
  const more = besides > 0 ? `, and so have ${String(besides)} more` : ''
  const many =
    first?.by === 'number'
      ? {
          many: 'are nobody’s numbers, but somebody’s with other zeros, letters or signs',
          mendMany:
            'write them as people’s own numbers are written: format both columns as text, and export anew',
        }
      : {}
  const who = first === undefined ? '' : pointedOut(unit, first)
  return unclear(
    'manager-almost',
    `${quoted(text)} is nobody’s number, but ${who}${more}`,
    besides > 0 || first === undefined
      ? `write the number of the one who is meant${others}`
      : `write ${quoted(first.person.id)} if they are meant, and otherwise the manager’s own number${others}`,
    many,
  )
}

const unknown = (text: string, { words }: Referring): Reference =>
  isShortened(text) || isDate(text)
    ? unclear(
        'id-shortened',
        `${quoted(text)} is ${isDate(text) ? 'a date that a spreadsheet may have made of a number' : 'a number that a spreadsheet has shortened'}`,
        'format the column as text, and export anew',
      )
    : unclear(
        'manager-unknown',
        `nobody in the source has the number ${quoted(text)}`,
        `add a row for them with an empty role; or, if nobody in the source stands above them, ${words('top', text)}`,
      )

/**
 * Tells whom a text names. Only a number that is exactly somebody's names them (or an address, in a column of addresses);
 * what merely resembles somebody is told, and never taken for somebody else.
 */
export const refer = (text: string, by: NamedBy, context: Referring): Reference => {
  const { people, top, unit } = context
  const [byAddress, ...others] = by === 'e-mail' ? people.withEmail(text) : []
  if (byAddress !== undefined && others.length === 0) return { _tag: 'Known', id: byAddress.id }
  const [byNumber] = people.withId(text)
  if (byNumber !== undefined) return { _tag: 'Known', id: byNumber.id }
  const resembling = people.almost(text)
  if (resembling.length > 0) return almost(text, resembling, unit)
  const alike = people.alike(text)
  if (alike.length > 0)
    return almost(
      text,
      alike,
      unit,
      `; if ${quoted(text)} is somebody else, add a row for them with an empty role`,
    )
  return top.has(text) ? { _tag: 'Outside', id: text } : unknown(text, context)
}
