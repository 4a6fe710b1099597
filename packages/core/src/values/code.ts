import type * as t from 'io-ts'
import { text } from './text.ts'

interface CodeBrand {
  readonly Code: symbol
}

/** A word from a list in `CohortOpened`: `[a-z0-9-]{1,40}`. What it is called is for the directory to say. */
export type Code = t.Branded<string, CodeBrand>
export const Code = text<Code>(
  'Code',
  /^[a-z0-9-]{1,40}$/,
  'a code of 1 to 40 lower-case letters, digits and hyphens, such as social-media',
)
