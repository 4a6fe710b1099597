import { Stored, type Port } from '@reverse-mentoring/core'

/** No record stands where the next one should. */
export interface Missing {
  readonly _tag: 'Missing'
}

/** What stands there can no longer be read as a record. */
export interface Damage {
  readonly _tag: 'Damage'
}

/** The record is not what was written there, or one before it is not: its proof does not hold. */
export interface Altered {
  readonly _tag: 'Altered'
}

/** A cohort cannot be read beyond a revision. Nothing is decided on half a history. */
export interface Unreadable {
  readonly _tag: 'Unreadable'
  readonly stream: string
  readonly revision: Stored.Revision
  readonly because: Stored.Malformed | Missing | Damage | Altered
}

export type ReadFailure = Port.Unavailable | Port.Misused | Unreadable

/** Why a cohort cannot be read, for an operator. */
export const explainUnreadable = ({ because }: Pick<Unreadable, 'because'>): string => {
  switch (because._tag) {
    case 'Missing':
      return 'No record stands there, and later ones do. Restore the log from a copy.'
    case 'Damage':
      return 'The record is damaged. Restore the log from a copy.'
    case 'Altered':
      return 'The record, or one before it, is not what was written: its proof does not hold. Restore the log from a copy.'
    case 'UnknownType':
    case 'UnknownVersion':
    case 'MalformedPayload':
      return Stored.explainMalformed(because)
  }
}
