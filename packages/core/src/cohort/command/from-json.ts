import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { malformedPayload } from '../../stored/malformed-payload.ts'
import type { Malformed } from '../../stored/malformed.ts'
import { nearest } from '../../stored/nearest.ts'
import { checking, plainly } from '../../stored/plain-reader.ts'
import type { Fault } from '../../stored/reader.ts'
import { isObject } from '../../values/is-object.ts'
import { commands, type Command } from './command.ts'

type Check = (plain: unknown) => E.Either<Malformed, Command>

const knownAs = ([type, codec]: readonly [string, t.Type<Command, unknown>]): readonly [
  string,
  Check,
] => [type, checking(type, codec)]

const known: ReadonlyMap<string, Check> = new Map(Object.entries(commands).map(knownAs))

/**
 * The command that something untrusted is, or what about it is to be mended, for `explainMalformed` to say: 20 problems
 * at the most, and never a value. It is a plain copy, whoever changes what was given later. A field that is `undefined`
 * counts as absent. O(n).
 */
export const fromJson = (given: unknown): E.Either<Malformed, Command> => {
  const plain = plainly('Command', given)
  if (E.isLeft(plain)) return plain
  const u = plain.right
  const type = isObject(u) ? u['type'] : undefined
  if (typeof type !== 'string') return E.left(malformedPayload('Command', noType(u)))
  const check = known.get(type)
  if (check !== undefined) return check(u)
  const near = nearest(type, [...known.keys()])
  // What is no name of a type could be somebody's.
  const named = /^[A-Za-z]{1,40}$/.test(type) ? type : '?'
  return E.left({ _tag: 'UnknownType', type: named, ...(near !== undefined && { near }) })
}

const noType = (u: unknown): Fault => {
  const expected = 'the name of a command, such as Enrol'
  if (!isObject(u)) return { path: [], fault: 'wrong', expected: 'an object with type' }
  return { path: ['type'], fault: u['type'] === undefined ? 'missing' : 'wrong', expected }
}
