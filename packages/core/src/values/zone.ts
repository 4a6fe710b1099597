import type * as t from 'io-ts'
import { text } from './text.ts'

interface ZoneBrand {
  readonly Zone: symbol
}

/** An IANA time zone, such as `Europe/London`; it shows dates and makes month buckets, and decides nothing. */
export type Zone = t.Branded<string, ZoneBrand>
export const Zone = text<Zone>(
  'Zone',
  /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/,
  'the name of an IANA time zone, such as Europe/London',
  64,
)
