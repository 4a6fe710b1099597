import type { Port } from '@reverse-mentoring/core'

/** A later version of this package wrote the schema; this one would not understand it, and leaves it as it is. */
export interface NewerSchema {
  readonly _tag: 'NewerSchema'
  readonly schema: string
  /** The version that the schema has. */
  readonly found: number
  /** The newest version that this package knows. */
  readonly known: number
  /** What an operator does about it. */
  readonly reason: string
}

export const newerSchema = (schema: string, found: number, known: number): NewerSchema => ({
  ...{ _tag: 'NewerSchema', schema, found, known },
  reason: `the schema ${schema} has version ${String(found)}, and this version of the library knows versions up to ${String(known)}: update the library; the schema was not changed`,
})

export type OpenFailure = Port.Misused | Port.Unavailable | NewerSchema

/** What an operator is told, and how to mend it. */
export const explainOpenFailure = (failure: OpenFailure): string => failure.reason
