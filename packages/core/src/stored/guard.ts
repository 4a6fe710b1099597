import * as t from 'io-ts'

type Guard = (u: unknown) => boolean

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

interface Field {
  readonly key: string
  readonly guard: Guard
  readonly isOptional: boolean
}

/** The fields of an exact record; `undefined` for any other codec. */
const fieldsOf = (codec: t.Any): ReadonlyArray<Field> | undefined => {
  if (codec instanceof t.InterfaceType || codec instanceof t.PartialType) {
    const isOptional = codec instanceof t.PartialType
    const props: Readonly<Record<string, t.Any>> = codec.props
    return Object.entries(props).map(([key, prop]) => ({ key, guard: compile(prop), isOptional }))
  }
  if (codec instanceof t.IntersectionType) {
    const parts: ReadonlyArray<t.Any> = codec.types
    return parts.flatMap((part) => fieldsOf(part) ?? [])
  }
  return undefined
}

/** The fields, and no others. */
const exactly = (fields: ReadonlyArray<Field>): Guard => {
  const required = fields.filter(({ isOptional }) => !isOptional)
  const optional = fields.filter(({ isOptional }) => isOptional)
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
    let found = 0
    for (const _key in u) found += 1
    return found === known
  }
}

const everyItem =
  (guard: Guard): Guard =>
  (u) => {
    if (!Array.isArray(u)) return false
    for (const item of u) if (!guard(item)) return false
    return true
  }

/**
 * A codec's yes or no, five to ten times as fast as its `decode`, and stricter: a record has no field that the codec
 * does not name. Why not is for the codec itself to explain.
 */
export const compile = (codec: t.Any): Guard => {
  if (codec instanceof t.ExactType) {
    const inner: t.Any = codec.type
    const fields = fieldsOf(inner)
    return fields === undefined ? compile(inner) : exactly(fields)
  }
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType) {
    const item: t.Any = codec.type
    return everyItem(compile(item))
  }
  if (codec instanceof t.UnionType) {
    const members: ReadonlyArray<t.Any> = codec.types
    const guards = members.map(compile)
    return (u) => guards.some((guard) => guard(u))
  }
  if (codec instanceof t.LiteralType) {
    const value: unknown = codec.value
    return (u) => u === value
  }
  if (codec instanceof t.RefinementType) {
    const inner = compile(codec.type)
    const predicate: (u: unknown) => boolean = codec.predicate
    return (u) => inner(u) && predicate(u)
  }
  return (u) => codec.is(u)
}

/** The compiled guard as a type predicate. */
export const guardOf = <A>(codec: t.Type<A, unknown>): ((u: unknown) => u is A) => {
  const guard = compile(codec)
  return (u): u is A => guard(u)
}
