import { Values, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
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

type Ask = (keys: ReadonlyMap<Values.Digest, string>) => TaskEither<Failure, Port.KeyHolders>

/** Asks about keys by their digests, in pages; only the directory's own secret can make these. */
const asked = async (
  directory: Pick<Port.Directory, 'secret'>,
  keys: ReadonlyArray<string>,
  ask: Ask,
): Promise<E.Either<Failure, KnownKeys>> => {
  const secret = await directory.secret('external-keys', randomBytes(32).toString('hex'))()
  if (E.isLeft(secret)) return secret
  const all = [...new Set(keys)]
  const known = new Map<string, Values.ParticipantId | undefined>()
  for (let from = 0; from < all.length; from += width) {
    const page = new Map(
      all.slice(from, from + width).map((key) => [digestOf(secret.right, key), key]),
    )
    const found = await ask(page)()
    if (E.isLeft(found)) return found
    for (const [digest, key] of page)
      if (found.right.has(digest)) known.set(key, found.right.get(digest))
  }
  return E.right(known)
}

/** Looks up who is behind employee numbers or other keys. O(keys). */
export const findingKeys =
  (directory: Pick<Port.Directory, 'secret' | 'findKeys'>) =>
  (keys: ReadonlyArray<string>): TaskEither<Failure, KnownKeys> =>
  () =>
    asked(directory, keys, (page) => directory.findKeys([...page.keys()]))

/** The same, and whoever is not known gets an id: a random one, unless told. O(keys). */
export const takingKeys =
  (directory: Pick<Port.Directory, 'secret' | 'takeKeys'>) =>
  (
    keys: ReadonlyArray<string>,
    idOf: (key: string) => Values.ParticipantId = () => randomId(Values.ParticipantId),
  ): TaskEither<Failure, KnownKeys> =>
  () =>
    asked(directory, keys, (page) => {
      const given = [...page].map(([key, word]) => ({ key, participant: idOf(word) }))
      return isNonEmpty(given) ? directory.takeKeys(given) : TE.right(new Map())
    })
