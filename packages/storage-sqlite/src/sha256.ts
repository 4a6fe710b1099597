import { Values, type Stored } from '@reverse-mentoring/core'
import { createHash } from 'node:crypto'

/** SHA-256 of this platform. */
export const sha256: Stored.Sha256 = (text) => {
  const digest = createHash('sha256').update(text).digest('hex')
  if (Values.Digest.is(digest)) return digest
  throw new TypeError('SHA-256 made a digest that is none')
}
