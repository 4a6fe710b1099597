import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isDescribed } from '../values/described.ts'
import { sameJson } from '../values/same-json.ts'
import {
  isArray,
  isBoolean,
  isExact,
  isIntersection,
  isLiteral,
  isPartial,
  isReadonly,
  isRecordType,
  isRefinement,
  isText,
  isUnion,
} from './codec-kind.ts'
import { fieldsOf, type Field } from './field.ts'
import { isObject } from '../values/is-object.ts'

type Guard = (u: unknown) => boolean

/** The fields, and no others: what nearly every record is, and so the fast way. */
const exactly = (fields: ReadonlyArray<Field>): Guard => {
  const compiled = fields.map(({ key, codec, isOptional }) => ({
    key,
    isOptional,
    guard: compile(codec),
  }))
  const required = compiled.filter(({ isOptional }) => !isOptional)
  const optional = compiled.filter(({ isOptional }) => isOptional)
  return (u) => {
    if (!isObject(u)) return false
    let known = required.length
    for (const { key, guard } of required) if (!guard(u[key])) return false
    for (const { key, guard } of optional) {
      const value = u[key]
      if (value === undefined) continue
      if (!guard(value)) return false
      known += 1
    }
    for (const _key in u) {
      known -= 1
      if (known < 0) return false
    }
    return known === 0
  }
}

const everyItem =
  (guard: Guard): Guard =>
  (u) => {
    if (!Array.isArray(u)) return false
    for (const item of u) if (!guard(item)) return false
    return true
  }

/** io-ts takes the first branch that decodes, whatever it drops. */
const decodes = (codec: t.Any, u: unknown): boolean => E.isRight(codec.decode(u))

/** The fields that a codec leaves where they are. */
type Kept = ReadonlySet<string> | 'all'

/** A codec that is a record, or part of one: whether it holds, and what it keeps of a value. */
interface Part {
  readonly holds: Guard
  readonly keeps: (u: unknown) => Kept
}

/** The fields that an exact codec names, as io-ts finds them. */
const namesIn = (codec: t.Any): ReadonlyArray<string> => {
  if (isRefinement(codec) || isReadonly(codec)) return namesIn(codec.type)
  if (isIntersection(codec)) return codec.types.flatMap(namesIn)
  return isRecordType(codec) || isPartial(codec) ? Object.keys(codec.props) : []
}

const both = (a: Kept, b: ReadonlySet<string>): Kept =>
  a === 'all' ? b : new Set([...a].filter((key) => b.has(key)))

const either = (a: Kept, b: Kept): Kept =>
  a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b])

const stripped = (u: unknown, kept: Kept): unknown =>
  kept === 'all' || !isObject(u)
    ? u
    : Object.fromEntries(Object.entries(u).filter(([key]) => kept.has(key)))

const keepsEverything = (): Kept => 'all'

const exactPart = (codec: t.ExactType<t.Any>): Part => {
  const { holds, keeps } = partOf(codec.type)
  const names = new Set(namesIn(codec.type))
  return { holds, keeps: (u) => both(keeps(u), names) }
}

const recordPart = (codec: t.InterfaceType<t.Props> | t.PartialType<t.Props>): Part => {
  const fields = Object.entries(codec.props).map(([key, prop]) => ({ key, guard: compile(prop) }))
  const mayLack = isPartial(codec)
  const holds: Guard = (u) =>
    isObject(u) && fields.every(({ key, guard }) => (mayLack && !(key in u)) || guard(u[key]))
  return { holds, keeps: keepsEverything }
}

const refinedPart = ({ type, predicate }: t.RefinementType<t.Any>): Part => {
  const { holds, keeps } = partOf(type)
  return { holds: (u) => holds(u) && predicate(stripped(u, keeps(u))), keeps }
}

const jointPart = ({ types }: t.IntersectionType<Array<t.Any>>): Part => {
  const parts = types.map(partOf)
  return {
    holds: (u) => parts.every(({ holds }) => holds(u)),
    keeps: (u) => parts.map(({ keeps }) => keeps(u)).reduce(either),
  }
}

const branchedPart = ({ types }: t.UnionType<Array<t.Any>>): Part => {
  const branches = types.map((codec) => ({ codec, part: partOf(codec) }))
  const branchOf = (u: unknown) => branches.find(({ codec }) => decodes(codec, u))?.part
  return {
    holds: (u) => branchOf(u)?.holds(u) === true,
    keeps: (u) => branchOf(u)?.keeps(u) ?? 'all',
  }
}

const partOf = (codec: t.Any): Part => {
  if (isExact(codec)) return exactPart(codec)
  if (isRecordType(codec) || isPartial(codec)) return recordPart(codec)
  if (isRefinement(codec)) return refinedPart(codec)
  if (isReadonly(codec)) return partOf(codec.type)
  if (isIntersection(codec)) return jointPart(codec)
  if (isUnion(codec)) return branchedPart(codec)
  return { holds: compile(codec), keeps: keepsEverything }
}

const wholly = ({ holds, keeps }: Part): Guard => {
  return (u) => {
    if (!holds(u)) return false
    const kept = keeps(u)
    return kept === 'all' || !isObject(u) || Object.keys(u).every((key) => kept.has(key))
  }
}

const branching = ({ types }: t.UnionType<Array<t.Any>>): Guard => {
  const branches = types.map((codec) => ({ codec, guard: compile(codec) }))
  return (u) => {
    for (const { codec, guard } of branches) {
      if (guard(u)) return true
      if (decodes(codec, u)) return false
    }
    return false
  }
}

const isPlainExact = (codec: t.Any): ReadonlyArray<Field> | undefined =>
  isExact(codec) ? fieldsOf(codec.type) : undefined

/**
 * A codec's yes or no, five to ten times as fast as its `decode`, and stricter: it takes what `decode` gives back
 * unchanged, so that a record has no field that the codec does not name, and none that is `undefined`. Why not is for
 * the codec itself to explain.
 */
export const compile = (codec: t.Any): Guard => {
  const fields = isPlainExact(codec)
  if (fields !== undefined) return exactly(fields)
  if (isArray(codec)) return everyItem(compile(codec.type))
  if (isUnion(codec)) return branching(codec)
  if (isLiteral(codec)) {
    const { value } = codec
    return (u) => u === value
  }
  const most = isRefinement(codec) && isDescribed(codec) ? codec.described.maxItems : undefined
  if (most !== undefined && isRefinement(codec)) {
    const items = compile(codec.type)
    return (u) => Array.isArray(u) && u.length <= most && items(u) && codec.predicate(u)
  }
  const isRecord = isExact(codec) || isRecordType(codec) || isPartial(codec)
  if (isRecord || isRefinement(codec) || isReadonly(codec) || isIntersection(codec)) {
    return wholly(partOf(codec))
  }
  if (isDescribed(codec) || isBoolean(codec) || isText(codec)) return (u) => codec.is(u)
  return (u) => {
    const decoded = codec.decode(u)
    return E.isRight(decoded) && sameJson(decoded.right, u)
  }
}

/** The compiled guard as a type predicate. */
export const guardOf = <A>(codec: t.Type<A, unknown>): ((u: unknown) => u is A) => {
  const guard = compile(codec)
  return (u): u is A => guard(u)
}
