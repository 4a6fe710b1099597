import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { compile } from '../../stored/guard.ts'
import type { Malformed } from '../../stored/malformed.ts'
import { mismatch } from '../../stored/mismatch.ts'
import { commands, type Command } from './command.ts'

const codecs: ReadonlyMap<string, t.Any> = new Map(Object.entries(commands))
const guards = new Map([...codecs].map(([type, codec]) => [type, compile(codec)]))

const typeOf = (u: unknown): string =>
  typeof u === 'object' && u !== null && 'type' in u && typeof u.type === 'string' ? u.type : ''

/** Whether somebody's data is a command, field by field. */
export const isCommand = (u: unknown): u is Command => guards.get(typeOf(u))?.(u) ?? false

/** The command that somebody's data is, or what about it is not as it must be. */
export const decodeCommand = (u: unknown): E.Either<Malformed, Command> => {
  if (isCommand(u)) return E.right(u)
  const type = typeOf(u)
  const codec = codecs.get(type)
  return codec === undefined
    ? E.left({ _tag: 'UnknownType', type })
    : E.left({ _tag: 'MalformedPayload', type, ...mismatch(codec, u) })
}
