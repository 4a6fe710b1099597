import type { Values } from '@reverse-mentoring/core'
import { isAttributeCode, type AttributeKind as Kind } from '@reverse-mentoring/roster'

/** A column of the file that becomes an attribute. */
export interface AttributeColumn {
  readonly code: Values.Code
  /** Absent where nobody said; what it is used for may say. */
  readonly kind?: Kind
  readonly header: string
}

const kinds: ReadonlyArray<Kind> = ['text', 'list', 'number']

/** Reads `skills=Skills` or `skills:list=Skills`; a text that says what is wrong otherwise. */
export const readColumn = (text: string): AttributeColumn | string => {
  const [, name = '', kind, header = ''] = /^([^=:]*)(?::([^=]*))?=\s*(.+?)\s*$/.exec(text) ?? []
  if (header === '') return 'Write code="Header of the column", such as skills="Main skills".'
  const code = name
  if (!isAttributeCode(code))
    return `“${name}” is no code: write up to 30 of a-z, 0-9 and -, such as main-skills.`
  if (kind === undefined) return { code, header }
  const known = kinds.find((one) => one === kind)
  return known === undefined
    ? `“${kind}” is no kind of column: write ${code}:list=…, ${code}:number=… or ${code}:text=….`
    : { code, kind: known, header }
}
