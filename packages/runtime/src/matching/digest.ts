import { Values } from '@reverse-mentoring/core'
import { createHash } from 'node:crypto'

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** SHA-256 of a salt and a value's canonical JSON: without the salt it tells nothing, with it, it proves the value. */
export const digestOf = (salt: string, value: unknown): Values.Digest => {
  const digest = createHash('sha256')
    .update(salt)
    .update(JSON.stringify(value, sorted))
    .digest('hex')
  if (Values.Digest.is(digest)) return digest
  throw new TypeError('SHA-256 made a digest that is none')
}
