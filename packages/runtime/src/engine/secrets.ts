import { Values, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { randomBytes } from 'node:crypto'
import { randomId } from '../system-sources.ts'

/** What all engines of one directory share. */
export interface Secrets {
  /** 32 bytes that seal receipts. */
  readonly key: Uint8Array
  /** In whose name time is kept. */
  readonly system: Values.Actor
  /** Whether they were made just now: nobody has used this directory before. */
  readonly areNew: boolean
}

/** The secrets of this installation, kept in its directory; made where there are none. */
export const secretsOf =
  (
    directory: Pick<Port.Directory, 'secret'>,
    given: Uint8Array | undefined,
  ): TaskEither<Port.Unavailable | Port.Misused, Secrets> =>
  async () => {
    const fresh = given ?? randomBytes(32)
    const key =
      given === undefined
        ? await directory.secret('receipts', Buffer.from(fresh).toString('hex'))()
        : E.right(Buffer.from(fresh).toString('hex'))
    if (E.isLeft(key)) return key
    const freshId = randomId(Values.ParticipantId)
    const system = await directory.secret('system', freshId)()
    if (E.isLeft(system)) return system
    const isKey = /^[0-9a-f]{64}$/.test(key.right)
    const bytes = new Uint8Array(isKey ? Buffer.from(key.right, 'hex') : [])
    if (bytes.length !== 32 || !Values.ParticipantId.is(system.right)) {
      return E.left({ _tag: 'Misused', reason: 'the directory keeps a secret that is none' })
    }
    const areNew = system.right === freshId
    return E.right({ key: bytes, system: { role: 'system', id: system.right }, areNew })
  }
