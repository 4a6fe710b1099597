import { Values } from '@reverse-mentoring/core'
import { headerWords } from '../text/plain.ts'
import { quoted } from '../text/quoted.ts'
import { unreadable, type UnreadableRoster } from '../problem.ts'

/** What a cell of a column of one's own holds. */
export type AttributeKind = 'text' | 'list' | 'number'

/** A column of one's own, and the code under which policies find it. */
export interface OwnAttribute {
  /** 1 to 30 of `a-z`, `0-9` and `-`. */
  readonly code: string
  readonly header: string
  /** A text where absent; in a list words are separated. */
  readonly kind?: AttributeKind
}

/** What a roster tells of everybody without being asked, and what it is. */
export const knownAttributes: ReadonlyMap<string, AttributeKind> = new Map([
  ['region', 'text'],
  ['department', 'text'],
  ['location', 'text'],
  ['zone', 'text'],
  ['languages', 'list'],
])

/** The longest code of an attribute, so that the rules about it have codes too. */
const mostLetters = 30

/** A code that can be an attribute's. */
export const isAttributeCode = (text: string): text is Values.Code =>
  Values.Code.is(text) && text.length <= mostLetters

const personal = new Set([
  ...['gender', 'sex', 'pronouns', 'ethnicity', 'ethnic', 'race', 'religion', 'belief', 'faith'],
  ...['disability', 'disabled', 'orientation', 'sexuality', 'nationality', 'citizenship', 'age'],
  ...['birth', 'birthday', 'birthdate', 'dob', 'pregnancy', 'pregnant', 'marital', 'health'],
  ...['geschlecht', 'herkunft', 'religionszugehorigkeit', 'alter', 'geburtsdatum', 'sexe', 'genre'],
])

/** Whether a header or code is about the person and not about the job. */
export const isPersonal = (text: string): boolean =>
  headerWords(text).some((word) => personal.has(word))

/** What is wrong with the columns of one's own that were asked for. */
export const attributeFault = (
  attributes: ReadonlyArray<OwnAttribute>,
  identity: ReadonlyArray<OwnAttribute>,
): UnreadableRoster | undefined => {
  const all = [...attributes, ...identity]
  const bad = all.find(({ code }) => !isAttributeCode(code))
  if (bad !== undefined)
    return unreadable(
      `${quoted(bad.code)} is no code of an attribute`,
      `write up to ${String(mostLetters)} of a-z, 0-9 and -, such as main-skills`,
    )
  const known = all.find(({ code }) => knownAttributes.has(code))
  if (known !== undefined)
    return unreadable(
      `${known.code} is read from every roster`,
      `name its column as ${known.code}, not as an attribute of your own`,
    )
  const twice = all.find(({ code }, i) => all.findIndex((other) => other.code === code) < i)
  if (twice !== undefined)
    return unreadable(
      `two columns are to be “${twice.code}”`,
      'give each attribute a code of its own',
    )
  const hidden = attributes.find(({ code, header }) => isPersonal(code) || isPersonal(header))
  if (hidden !== undefined)
    return unreadable(
      `${quoted(hidden.header)} is about the person and not about the job`,
      'read it as identity, with a legal basis, or not at all',
    )
  const odd = identity.find(({ kind = 'text' }) => kind !== 'text')
  return odd === undefined
    ? undefined
    : unreadable(`${odd.code} is identity, and so a text`, 'leave its kind out')
}
