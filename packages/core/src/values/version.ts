import type * as t from 'io-ts'
import { text } from './text.ts'

interface VersionBrand {
  readonly Version: symbol
}

/** A dotted version number with up to three parts, such as `1` or `2.0.13`. */
export type Version = t.Branded<string, VersionBrand>
export const Version = text<Version>(
  'Version',
  /^\d{1,6}(\.\d{1,6}){0,2}$/,
  'a version of one to three numbers with dots between, such as 2.0.13',
)
