import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isDescribed } from '../values/described.ts'
import { isArray, isExact, isLiteral, isRefinement, isUnion } from './codec-kind.ts'
import { expectation } from './expectation.ts'
import { fieldsOf, type Field } from './field.ts'
import { compile } from './guard.ts'
import { isObject } from '../values/is-object.ts'

/** The first place at which a value is not what a codec says, and what belongs there. */
export interface Fault {
  readonly path: ReadonlyArray<string>
  /** A field that is not there, one that nobody named, or something else than belongs there. */
  readonly fault: 'missing' | 'unknown' | 'wrong'
  readonly expected: string
}

/** The value without what is `undefined`, or the first fault. Walks a value once, and no further than that. */
export type Reader = (u: unknown) => E.Either<Fault, unknown>

const wrong = (codec: t.Any): E.Either<Fault, never> =>
  E.left({ path: [], fault: 'wrong', expected: expectation(codec) })

const below = (key: string, { path, ...fault }: Fault): E.Either<Fault, never> =>
  E.left({ path: [key, ...path], ...fault })

const unknownField = (key: string): E.Either<Fault, never> =>
  E.left({ path: [key], fault: 'unknown', expected: 'no such field' })

const recordReader = (codec: t.Any, fields: ReadonlyArray<Field>): Reader => {
  const readers = fields.map((field) => ({ ...field, read: readerOf(field.codec) }))
  const known = new Set(fields.map(({ key }) => key))
  return (u) => {
    if (!isObject(u)) return wrong(codec)
    const found: Array<readonly [string, unknown]> = []
    for (const { key, codec: prop, isOptional, read } of readers) {
      const value = u[key]
      if (value === undefined && isOptional) continue
      if (value === undefined) {
        return E.left({ path: [key], fault: 'missing', expected: expectation(prop) })
      }
      const answer = read(value)
      if (E.isLeft(answer)) return below(key, answer.left)
      found.push([key, answer.right])
    }
    for (const key in u) if (!known.has(key) && u[key] !== undefined) return unknownField(key)
    return E.right(Object.fromEntries(found))
  }
}

const listReader = (codec: t.ReadonlyArrayType<t.Any>): Reader => {
  const read = readerOf(codec.type)
  return (u) => {
    if (!Array.isArray(u)) return wrong(codec)
    const items: Array<unknown> = []
    for (const [i, item] of u.entries()) {
      const answer = read(item)
      if (E.isLeft(answer)) return below(String(i), answer.left)
      items.push(answer.right)
    }
    return E.right(items)
  }
}

/** Whether a branch is the one that a record's fixed words ask for. */
const claimedBy = (codec: t.Any): ((u: unknown) => boolean) => {
  const fields = (isExact(codec) ? fieldsOf(codec.type) : undefined) ?? []
  const tags = fields.filter(
    ({ codec: prop }) =>
      isLiteral(prop) || (isDescribed(prop) && prop.described.enum !== undefined),
  )
  return (u) =>
    tags.length > 0 && isObject(u) && tags.every(({ key, codec: prop }) => prop.is(u[key]))
}

/** What the branches ask for, where they all find fault with the same place. */
const joined = (codec: t.Any, faults: ReadonlyArray<Fault>): Fault => {
  const [first] = faults
  const path = first?.path ?? []
  const isOne = faults.every((one) => one.path.join('.') === path.join('.'))
  if (first === undefined || !isOne) {
    return { path: [], fault: 'wrong', expected: expectation(codec) }
  }
  const expected = [...new Set(faults.map((one) => one.expected))].join(' or ')
  return { path, fault: first.fault, expected }
}

const unionReader = (codec: t.UnionType<Array<t.Any>>): Reader => {
  const branches = codec.types.map((type) => ({ read: readerOf(type), claims: claimedBy(type) }))
  return (u) => {
    const faults: Array<Fault> = []
    let claimed: Fault | undefined
    for (const { read, claims } of branches) {
      const answer = read(u)
      if (E.isRight(answer)) return answer
      if (claims(u)) claimed ??= answer.left
      faults.push(answer.left)
    }
    return E.left(claimed ?? joined(codec, faults))
  }
}

const refinedReader = (codec: t.RefinementType<t.Any>): Reader => {
  const read = readerOf(codec.type)
  return (u) => {
    const answer = read(u)
    return E.isLeft(answer) || codec.predicate(answer.right) ? answer : wrong(codec)
  }
}

/** Reads what a codec describes. Build it once per codec. */
export const readerOf = (codec: t.Any): Reader => {
  const fields = isExact(codec) ? fieldsOf(codec.type) : undefined
  if (fields !== undefined) return recordReader(codec, fields)
  if (isArray(codec)) return listReader(codec)
  if (isUnion(codec)) return unionReader(codec)
  if (isRefinement(codec)) return refinedReader(codec)
  const guard = compile(codec)
  return (u) => (guard(u) ? E.right(u) : wrong(codec))
}
