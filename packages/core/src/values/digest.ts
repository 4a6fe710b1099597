import type * as t from 'io-ts'
import { text } from './text.ts'

interface DigestBrand {
  readonly Digest: symbol
}

/** A SHA-256 in hexadecimal, of salted input: it proves what was looked at and tells nothing of it. */
export type Digest = t.Branded<string, DigestBrand>
export const Digest = text<Digest>(
  'Digest',
  /^[0-9a-f]{64}$/,
  'a SHA-256 of 64 lower-case hexadecimal digits',
)
