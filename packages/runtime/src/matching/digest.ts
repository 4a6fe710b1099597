import { Stored, type Values } from '@reverse-mentoring/core'
import { sha256 } from '../sha256.ts'

/** SHA-256 of a salt and a value's canonical JSON: without the salt it tells nothing, with it, it proves the value. */
export const digestOf = (salt: string, value: object): Values.Digest =>
  sha256(`${salt}${Stored.canonicalJson(value)}`)
