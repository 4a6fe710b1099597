import { Values } from '@reverse-mentoring/core'

/** What the cells of a column hold: a text as it stands, a list of words, or a whole number. */
export type Kind = 'text' | 'list' | 'number'

/** A column of the file that becomes an attribute. */
export interface AttributeColumn {
  readonly code: Values.Code
  /** Absent where nobody said; what it is used for may say. */
  readonly kind?: Kind
  readonly header: string
}

/** The longest code of an attribute, so that the rules about it have codes too. */
const mostLetters = 30

const kinds: ReadonlyArray<Kind> = ['text', 'list', 'number']

/** A code that can be an attribute's. */
export const attributeCode = (text: string): Values.Code | undefined =>
  Values.Code.is(text) && text.length <= mostLetters ? text : undefined

/** Reads `skills=Skills` or `skills:list=Skills`; a text that says what is wrong otherwise. */
export const readColumn = (text: string): AttributeColumn | string => {
  const [, name = '', kind, header = ''] = /^([^=:]*)(?::([^=]*))?=\s*(.+?)\s*$/.exec(text) ?? []
  if (header === '') return 'Write code="Header of the column", such as skills="Main skills".'
  const code = attributeCode(name)
  if (code === undefined)
    return `“${name}” is no code: write up to ${String(mostLetters)} of a-z, 0-9 and -, such as main-skills.`
  if (kind === undefined) return { code, header }
  const known = kinds.find((one) => one === kind)
  return known === undefined
    ? `“${kind}” is no kind of column: write ${code}:list=…, ${code}:number=… or ${code}:text=….`
    : { code, kind: known, header }
}
