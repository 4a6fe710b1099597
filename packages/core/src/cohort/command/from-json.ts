import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { compile } from '../../stored/guard.ts'
import { isObject } from '../../values/is-object.ts'
import { malformedPayload } from '../../stored/malformed-payload.ts'
import type { Malformed } from '../../stored/malformed.ts'
import { nearest } from '../../stored/nearest.ts'
import { readerOf, type Fault } from '../../stored/reader.ts'
import { commands, type Command } from './command.ts'

interface Known {
  readonly read: ReturnType<typeof readerOf>
  readonly is: (u: unknown) => u is Command
}

const knownAs = ([type, codec]: readonly [string, t.Any]): readonly [string, Known] => {
  const guard = compile(codec)
  return [type, { read: readerOf(codec), is: (u): u is Command => guard(u) }]
}

const known: ReadonlyMap<string, Known> = new Map(Object.entries(commands).map(knownAs))

/**
 * The command that untrusted JSON is, or what about it is to be mended, for `explainMalformed` to say. A field that is
 * `undefined` counts as absent. It reads no further than the first fault, and never tells a value.
 */
export const fromJson = (u: unknown): E.Either<Malformed, Command> => {
  const type = isObject(u) ? u['type'] : undefined
  if (typeof type !== 'string') return E.left(malformedPayload('Command', noType(u)))
  const found = known.get(type)
  if (found === undefined) {
    const near = nearest(type, [...known.keys()])
    return E.left({ _tag: 'UnknownType', type, ...(near !== undefined && { near }) })
  }
  const answer = found.read(u)
  if (E.isLeft(answer)) return E.left(malformedPayload(type, answer.left))
  return found.is(answer.right)
    ? E.right(answer.right)
    : E.left(malformedPayload(type, { path: [], fault: 'wrong', expected: type }))
}

const noType = (u: unknown): Fault => {
  const expected = 'the name of a command, such as Enrol'
  if (!isObject(u)) return { path: [], fault: 'wrong', expected: 'an object with type' }
  return { path: ['type'], fault: u['type'] === undefined ? 'missing' : 'wrong', expected }
}
