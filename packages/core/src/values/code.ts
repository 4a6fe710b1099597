import * as t from 'io-ts'

const CODE = /^[a-z0-9-]{1,40}$/
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/
const VERSION = /^\d{1,6}(\.\d{1,6}){0,2}$/
const DIGEST = /^[0-9a-f]{64}$/

/** A word from a list in `CohortOpened`: `[a-z0-9-]{1,40}`. What it is called is for the directory to say. */
export const Code = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Code: symbol }> => CODE.test(text),
  'Code',
)
export type Code = t.TypeOf<typeof Code>

/** An IANA time zone, such as `Europe/London`; it shows dates and makes month buckets, and decides nothing. */
export const Zone = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Zone: symbol }> =>
    ZONE.test(text) && text.length <= 64,
  'Zone',
)
export type Zone = t.TypeOf<typeof Zone>

/** A dotted version number with up to three parts, such as `1` or `2.0.13`. */
export const Version = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Version: symbol }> => VERSION.test(text),
  'Version',
)
export type Version = t.TypeOf<typeof Version>

/** A SHA-256 in hexadecimal, of salted input: it proves what was looked at and tells nothing of it. */
export const Digest = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Digest: symbol }> => DIGEST.test(text),
  'Digest',
)
export type Digest = t.TypeOf<typeof Digest>
