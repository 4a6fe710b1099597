import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { columnNames, isColumnName } from './columns/fields.ts'
import { unreadable, type UnreadableRoster } from './problem.ts'
import { quoted } from './text/quoted.ts'
import { attributeFault, type OwnAttribute } from './person/own-attribute.ts'

const texts = t.readonlyArray(t.string)
const OwnAttributes = t.readonlyArray(
  t.readonly(
    t.intersection([
      t.type({ code: t.string, header: t.string }),
      t.partial({ kind: t.keyof({ text: null, list: null, number: null }) }),
    ]),
  ),
)

const parts = {
  columns: t.readonly(t.record(t.string, t.union([t.string, texts]))),
  ignore: texts,
  notAbove: texts,
  mentorIs: t.keyof({ junior: null, senior: null }),
  top: texts,
  topics: texts,
  grades: texts,
  attributes: OwnAttributes,
  identity: OwnAttributes,
}
const Mapping = t.partial(parts)

const someTexts = 'a list of texts, such as ["A", "B"]'
const someColumns =
  'a list of columns, such as [{"code": "skills", "header": "Main skills", "kind": "list"}]'

/** What each part of a mapping looks like. */
const shapes: Readonly<Record<keyof typeof parts, string>> = {
  columns:
    'an object of headers, such as {"name": "Full name", "manager": ["Boss", "Matrix boss"]}',
  ...{
    ignore: someTexts,
    notAbove: someTexts,
    top: someTexts,
    topics: someTexts,
    grades: someTexts,
  },
  mentorIs: '"junior" or "senior"',
  ...{ attributes: someColumns, identity: someColumns },
}

/** How to read a source. Plain data, so that it can be kept in a file and used again with the next export. */
export interface RosterMapping {
  /** Headers of columns that are called otherwise than expected, by what they hold; of managers there may be several. */
  readonly columns?: Readonly<Record<string, string | ReadonlyArray<string>>>
  /** Headers of columns that are left out. */
  readonly ignore?: ReadonlyArray<string>
  /** Headers of columns full of people of the source who do not stand above: buddies, deputies … */
  readonly notAbove?: ReadonlyArray<string>
  /** Which of the two the source calls mentor; must be said where it uses the words. */
  readonly mentorIs?: 'junior' | 'senior'
  /** Employee numbers of people above whom nobody stands. */
  readonly top?: ReadonlyArray<string>
  /** The topics that there are; otherwise those that the source names. */
  readonly topics?: ReadonlyArray<string>
  /** The order of grades that are no numbers, the most junior one first. */
  readonly grades?: ReadonlyArray<string>
  /** Columns of one's own, of the job. */
  readonly attributes?: ReadonlyArray<OwnAttribute>
  /** Columns of the person (gender, ethnicity …), which policies read only on a legal basis; always texts. */
  readonly identity?: ReadonlyArray<OwnAttribute>
}

/** What is wrong with a mapping in itself, whatever it is used for. */
export const mappingFault = (mapping: RosterMapping): UnreadableRoster | undefined => {
  const unknown = Object.keys(mapping.columns ?? {}).find((name) => !isColumnName(name))
  if (unknown !== undefined)
    return unreadable(`no column is ${quoted(unknown)}`, `it can be ${columnNames.join(', ')}`)
  const several = Object.entries(mapping.columns ?? {}).find(
    ([name, headers]) => name !== 'manager' && typeof headers !== 'string',
  )
  if (several !== undefined)
    return unreadable(`${several[0]} is one column`, 'give one header; only managers have several')
  return attributeFault(mapping.attributes ?? [], mapping.identity ?? [])
}

/** Reads a mapping that was kept as JSON, and says what in it is none. */
export const readMapping = (json: unknown): E.Either<UnreadableRoster, RosterMapping> => {
  const odd =
    typeof json === 'object' && json !== null && !Array.isArray(json)
      ? Object.keys(json).find((name) => !Object.hasOwn(parts, name))
      : undefined
  const takes = `a mapping has ${Object.keys(parts).join(', ')}`
  if (odd !== undefined) return E.left(unreadable(`a mapping has no ${quoted(odd)}`, takes))
  const decoded = Mapping.decode(json)
  if (E.isLeft(decoded)) {
    const path = decoded.left[0]?.context.map(({ key }) => key).filter((key) => key !== '') ?? []
    // Numbers in it are places in unions, which nobody wrote.
    const name = path.find((key): key is keyof typeof shapes => Object.hasOwn(shapes, key))
    return E.left(
      name === undefined
        ? unreadable('this is no mapping of a roster, which is an object', takes)
        : unreadable(
            `in the mapping ${quoted(name)} is not as it should be`,
            `make it ${shapes[name]}`,
          ),
    )
  }
  const fault = mappingFault(decoded.right)
  return fault === undefined ? decoded : E.left(fault)
}
