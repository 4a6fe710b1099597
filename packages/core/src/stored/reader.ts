import type * as t from 'io-ts'
import { isDescribed } from '../values/described.ts'
import { isObject } from '../values/is-object.ts'
import { isArray, isExact, isLiteral, isRefinement, isUnion } from './codec-kind.ts'
import { expectation } from './expectation.ts'
import { fieldsOf, type Field } from './field.ts'
import { compile } from './guard.ts'

/** A place at which a value is not what a codec says, and what belongs there. */
export interface Fault {
  readonly path: ReadonlyArray<string>
  /** A field that is not there, one that nobody named, or something else than belongs there. */
  readonly fault: 'missing' | 'unknown' | 'wrong'
  readonly expected: string
}

/** So many faults are looked for; whoever mends them asks again. */
const most = 20

/** The way down to a value. */
interface Place {
  readonly key: string
  readonly above: Place | undefined
}

const pathOf = (place: Place | undefined): ReadonlyArray<string> => {
  const path: Array<string> = []
  for (let at = place; at !== undefined; at = at.above) path.push(at.key)
  return path.reverse()
}

/** Reads a value at a place, and says what is wrong with it; what it gives is of use if nothing is. */
type Read = (u: unknown, place: Place | undefined, faults: Array<Fault>) => unknown

const find = (
  faults: Array<Fault>,
  place: Place | undefined,
  fault: Fault['fault'],
  expected: string,
): void => {
  if (faults.length < most) faults.push({ path: pathOf(place), fault, expected })
}

const wrong = (codec: t.Any, place: Place | undefined, faults: Array<Fault>): void => {
  find(faults, place, 'wrong', expectation(codec))
}

const readRecord = (codec: t.Any, fields: ReadonlyArray<Field>): Read => {
  const readers = fields.map((field) => ({ ...field, read: readOf(field.codec) }))
  const known = new Set(fields.map(({ key }) => key))
  return (u, above, faults) => {
    if (!isObject(u)) {
      wrong(codec, above, faults)
      return undefined
    }
    const found: Array<readonly [string, unknown]> = []
    for (const { key, codec: prop, isOptional, read } of readers) {
      const value = u[key]
      if (value !== undefined) found.push([key, read(value, { key, above }, faults)])
      else if (!isOptional) find(faults, { key, above }, 'missing', expectation(prop))
    }
    for (const key in u) {
      if (faults.length === most) break
      if (!known.has(key) && u[key] !== undefined)
        find(faults, { key, above }, 'unknown', 'no such field')
    }
    return Object.fromEntries(found)
  }
}

const readList = (codec: t.ReadonlyArrayType<t.Any>): Read => {
  const read = readOf(codec.type)
  return (u, above, faults) => {
    if (!Array.isArray(u)) {
      wrong(codec, above, faults)
      return undefined
    }
    const items: Array<unknown> = []
    for (let i = 0; i < u.length && faults.length < most; i += 1) {
      items.push(read(u[i], { key: String(i), above }, faults))
    }
    return items
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
const joined = (
  codec: t.Any,
  place: Place | undefined,
  branches: ReadonlyArray<ReadonlyArray<Fault>>,
): Fault => {
  const firsts = branches.flatMap((faults) => faults.slice(0, 1))
  const [first] = firsts
  const path = first?.path ?? []
  const isOne = firsts.every((one) => one.path.join('.') === path.join('.'))
  if (first === undefined || !isOne) {
    return { path: pathOf(place), fault: 'wrong', expected: expectation(codec) }
  }
  const expected = [...new Set(firsts.map((one) => one.expected))].join(' or ')
  return { path, fault: first.fault, expected }
}

const readUnion = (codec: t.UnionType<Array<t.Any>>): Read => {
  const branches = codec.types.map((type) => ({ read: readOf(type), claims: claimedBy(type) }))
  return (u, place, faults) => {
    const tried: Array<ReadonlyArray<Fault>> = []
    let claimed: ReadonlyArray<Fault> | undefined
    for (const { read, claims } of branches) {
      const own: Array<Fault> = []
      const value = read(u, place, own)
      if (own.length === 0) return value
      if (claims(u)) claimed ??= own
      tried.push(own)
    }
    const all = claimed ?? [joined(codec, place, tried)]
    faults.push(...all.slice(0, most - faults.length))
    return undefined
  }
}

const readRefined = (codec: t.RefinementType<t.Any>): Read => {
  const read = readOf(codec.type)
  const longest = isDescribed(codec) ? (codec.described.maxItems ?? Infinity) : Infinity
  return (u, place, faults) => {
    if (Array.isArray(u) && u.length > longest) {
      wrong(codec, place, faults)
      return undefined
    }
    const before = faults.length
    const value = read(u, place, faults)
    if (faults.length === before && !codec.predicate(value)) wrong(codec, place, faults)
    return value
  }
}

const readOf = (codec: t.Any): Read => {
  const fields = isExact(codec) ? fieldsOf(codec.type) : undefined
  if (fields !== undefined) return readRecord(codec, fields)
  if (isArray(codec)) return readList(codec)
  if (isUnion(codec)) return readUnion(codec)
  if (isRefinement(codec)) return readRefined(codec)
  const guard = compile(codec)
  return (u, place, faults) => {
    if (!guard(u)) wrong(codec, place, faults)
    return u
  }
}

/** What a value is under a codec, without what is `undefined`; of use if there are no faults. */
export interface Reading {
  readonly value: unknown
  /** The first 20. */
  readonly faults: ReadonlyArray<Fault>
}

/** Reads what a codec describes, and looks no further than 20 faults. Build it once per codec. */
export const readerOf = (codec: t.Any): ((u: unknown) => Reading) => {
  const read = readOf(codec)
  return (u) => {
    const faults: Array<Fault> = []
    const value = read(u, undefined, faults)
    return { value, faults }
  }
}
