/** A record's type is none that this version knows. */
export interface UnknownType {
  readonly _tag: 'UnknownType'
  readonly type: string
}

/** A record's schema version is none that this version knows: newer, or older than any that can be brought up to date. */
export interface UnknownVersion {
  readonly _tag: 'UnknownVersion'
  readonly type: string
  readonly schema: number
}

/** A record or command is not what its codec says. Names the place and what belongs there, never what stands there. */
export interface MalformedPayload {
  readonly _tag: 'MalformedPayload'
  readonly type: string
  /** Such as `lines.2.chain`; empty for the whole. */
  readonly path: string
  readonly expected: string
}

/** Why data does not decode. */
export type Malformed = UnknownType | UnknownVersion | MalformedPayload

const shownVersion = (schema: number): string => (Number.isInteger(schema) ? String(schema) : '?')

/** A type as it may be printed: nothing that could be somebody's data. */
const shown = (type: string): string => (/^[A-Za-z]{1,40}$/.test(type) ? type : '?')

/** One sentence for a person who mends it. */
export const explainMalformed = (malformed: Malformed): string => {
  switch (malformed._tag) {
    case 'UnknownType':
      return `No event or command is called “${shown(malformed.type)}” here. A newer version may know it.`
    case 'UnknownVersion':
      return `${shown(malformed.type)} of schema version ${shownVersion(malformed.schema)} is not known here. Update the software that reads it.`
    case 'MalformedPayload':
      return `${shown(malformed.type)}${malformed.path === '' ? '' : ` at ${malformed.path}`}: expected ${malformed.expected}.`
  }
}
