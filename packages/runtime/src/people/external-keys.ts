import { Values, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { createHmac, randomBytes } from 'node:crypto'
import { randomId } from '../system-sources.ts'

type Failure = Port.Misused | Port.Unavailable

/** Who is behind keys of another system: nobody any more, where that person was erased; absent where nobody ever was. */
export type KnownKeys = ReadonlyMap<string, Values.ParticipantId | undefined>

/** As many keys are asked for at once. */
const width = 1000

const digestOf = (secret: string, key: string): Values.Digest => {
  const digest = createHmac('sha256', secret).update(key).digest('hex')
  if (Values.Digest.is(digest)) return digest
  throw new TypeError('HMAC made a digest that is none')
}

type Ask = (digests: ReadonlyArray<Values.Digest>) => TaskEither<Failure, Port.KeyHolders>

/** Asks about keys by their digests, in pages; only the directory's own secret can make these. */
const asking =
  (directory: Pick<Port.Directory, 'secret'>, ask: Ask) =>
  (keys: ReadonlyArray<string>): TaskEither<Failure, KnownKeys> =>
  async () => {
    const secret = await directory.secret('external-keys', randomBytes(32).toString('hex'))()
    if (E.isLeft(secret)) return secret
    const all = [...new Set(keys)]
    const known = new Map<string, Values.ParticipantId | undefined>()
    for (let from = 0; from < all.length; from += width) {
      const digests = new Map(
        all.slice(from, from + width).map((key) => [digestOf(secret.right, key), key]),
      )
      const found = await ask([...digests.keys()])()
      if (E.isLeft(found)) return found
      for (const [digest, key] of digests)
        if (found.right.has(digest)) known.set(key, found.right.get(digest))
    }
    return E.right(known)
  }

/** Looks up who is behind employee numbers or other keys. O(keys). */
export const findingKeys = (directory: Pick<Port.Directory, 'secret' | 'findKeys'>) =>
  asking(directory, (digests) => directory.findKeys(digests))

/** The same, and whoever is not known gets an id, which stays theirs. */
export const takingKeys = (directory: Pick<Port.Directory, 'secret' | 'takeKeys'>) =>
  asking(directory, ([first, ...rest]) => {
    if (first === undefined) return () => Promise.resolve(E.right(new Map()))
    const given = (key: Values.Digest): Port.ExternalKey => ({
      key,
      participant: randomId(Values.ParticipantId),
    })
    return directory.takeKeys([given(first), ...rest.map(given)])
  })
