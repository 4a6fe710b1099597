/** A record's type is none that this version knows. */
export interface UnknownType {
  readonly _tag: 'UnknownType'
  readonly type: string
  /** A known type that is called nearly so. */
  readonly near?: string
}

/** A record's schema version is none that this version knows: newer, or older than any that can be brought up to date. */
export interface UnknownVersion {
  readonly _tag: 'UnknownVersion'
  readonly type: string
  readonly schema: number
}

/** One place that is not as it must be. Names it and what belongs there, never what stands there. */
export interface Problem {
  /** Such as `lines.2.chain`; empty for the whole. */
  readonly path: string
  /** A field that is not there, one that nobody named, or something else than belongs there. */
  readonly fault: 'missing' | 'unknown' | 'wrong'
  /** In words, such as `a whole number from 0 to 1000`. */
  readonly expected: string
}

/** A record or command is not what its codec says. */
export interface MalformedPayload {
  readonly _tag: 'MalformedPayload'
  readonly type: string
  /** In the order of the fields: 20 at the most, and one at least. */
  readonly problems: ReadonlyArray<Problem>
}

/** Why data does not decode. */
export type Malformed = UnknownType | UnknownVersion | MalformedPayload

const shownVersion = (schema: number): string => (Number.isInteger(schema) ? String(schema) : '?')

/** A type as it may be printed: nothing that could be somebody's data. */
const shown = (type: string): string => (/^[A-Za-z]{1,40}$/.test(type) ? type : '?')

const explainProblem = (type: string, { path, fault, expected }: Problem): string => {
  switch (fault) {
    case 'missing':
      return `${shown(type)} lacks ${path}: add ${expected}.`
    case 'unknown':
      return `${shown(type)} has no field ${path}: leave it out.`
    case 'wrong':
      return `${shown(type)} is not as it must be${path === '' ? '' : ` at ${path}`}: write ${expected}.`
  }
}

const explainType = ({ type, near }: UnknownType): string =>
  near === undefined
    ? `No event or command is called “${shown(type)}” here: a newer version may know it.`
    : `No event or command is called “${shown(type)}” here: the nearest is ${near}.`

/** A sentence for each problem, for a person who mends it: the place, what belongs there, and what to do. */
export const explainMalformed = (malformed: Malformed): string => {
  switch (malformed._tag) {
    case 'UnknownType':
      return explainType(malformed)
    case 'UnknownVersion':
      return `${shown(malformed.type)} of schema version ${shownVersion(malformed.schema)} is not known here: update the software that reads it.`
    case 'MalformedPayload':
      return malformed.problems.map((problem) => explainProblem(malformed.type, problem)).join(' ')
  }
}
