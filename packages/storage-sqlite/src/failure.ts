import type { Port } from '@reverse-mentoring/core'

/** A later version of this package wrote the file; this one would not understand it, and leaves it as it is. */
export interface NewerSchema {
  readonly _tag: 'NewerSchema'
  readonly file: string
  /** The version of the file's schema. */
  readonly found: number
  /** The newest version that this package knows. */
  readonly known: number
  /** What an operator does about it. */
  readonly reason: string
}

export const newerSchema = (file: string, found: number, known: number): NewerSchema => ({
  ...{ _tag: 'NewerSchema', file, found, known },
  reason: `${file} has schema ${String(found)}, and this version of the library knows schemas up to ${String(known)}: update the library; the file was not changed`,
})

export type OpenFailure = Port.Misused | Port.Unavailable | NewerSchema

/** What an operator is told, and how to mend it. */
export const explainOpenFailure = (failure: OpenFailure): string => failure.reason
