import type { MalformedPayload, Problem } from './malformed.ts'
import type { Fault } from './reader.ts'

/** A field name, unless it is so odd that it could be somebody's data. */
const shown = (key: string): string => (/^[A-Za-z0-9]{1,40}$/.test(key) ? key : '?')

const problem = ({ path, fault, expected }: Fault): Problem => ({
  path: path.map(shown).join('.'),
  fault,
  expected,
})

/** Faults as they may be told: the places, and never the values. */
export const malformedPayload = (
  type: string,
  ...faults: ReadonlyArray<Fault>
): MalformedPayload => ({ _tag: 'MalformedPayload', type, problems: faults.map(problem) })
