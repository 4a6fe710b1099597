import type { MalformedPayload } from './malformed.ts'
import type { Fault } from './reader.ts'

/** A field name, unless it is so odd that it could be somebody's data. */
const shown = (key: string): string => (/^[A-Za-z0-9]{1,40}$/.test(key) ? key : '?')

/** A fault as it may be told: the place, and never the value. */
export const malformedPayload = (
  type: string,
  { path, fault, expected }: Fault,
): MalformedPayload => ({
  _tag: 'MalformedPayload',
  type,
  path: path.map(shown).join('.'),
  fault,
  expected,
})
