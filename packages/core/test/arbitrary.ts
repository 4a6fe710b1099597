import fc from 'fast-check'
import * as t from 'io-ts'

/** Values that a pattern would hardly find. */
const special: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Instant: fc
    .date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  Zone: fc.constantFrom('Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'),
}

// To take a pattern apart costs tens of milliseconds, and hundreds of fields share a few.
const byPattern = new Map<string, fc.Arbitrary<string>>()
const matching = (pattern: string): fc.Arbitrary<string> => {
  const made = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern))
  byPattern.set(pattern, made)
  return made
}

/** Values of a codec without parts, from what it says of itself. */
const leaves = (codec: t.Any): fc.Arbitrary<unknown> => {
  const { described } = codec as t.Any & { readonly described?: Readonly<Record<string, unknown>> }
  const found = special[codec.name]
  if (found !== undefined) return found
  if (described?.['type'] === 'integer') {
    const { minimum, maximum } = described
    return fc.integer({
      min: Math.max(Number(minimum), -0x80000000),
      max: Math.min(Number(maximum), 0x7fffffff),
    })
  }
  if (described?.['enum']) return fc.constantFrom(...(described['enum'] as ReadonlyArray<string>))
  const pattern = described?.['pattern']
  if (typeof pattern !== 'string') throw new Error(`No values are known of ${codec.name}`)
  return matching(pattern)
}

/** Values of a codec, taken apart: valid ones, with or without each field that may be absent. */
export const valuesOf = (codec: t.Any): fc.Arbitrary<unknown> => {
  if (codec instanceof t.ExactType) return valuesOf(codec.type as t.Any)
  if (codec instanceof t.IntersectionType) {
    const parts = (codec.types as ReadonlyArray<t.Any>).map(valuesOf)
    return fc.tuple(...parts).map((found) => Object.assign({}, ...found) as unknown)
  }
  if (codec instanceof t.InterfaceType)
    return fc.record(fieldsOf(codec.props), { noNullPrototype: true })
  if (codec instanceof t.PartialType) {
    return fc.record(fieldsOf(codec.props), { requiredKeys: [], noNullPrototype: true })
  }
  if (codec instanceof t.ReadonlyArrayType)
    return fc.array(valuesOf(codec.type as t.Any), { maxLength: 3 })
  if (codec instanceof t.UnionType)
    return fc.oneof(...(codec.types as ReadonlyArray<t.Any>).map(valuesOf))
  if (codec instanceof t.LiteralType) return fc.constant(codec.value)
  if (codec instanceof t.BooleanType) return fc.boolean()
  if (codec instanceof t.RefinementType) {
    const { type, predicate } = codec as t.RefinementType<t.Any>
    return valuesOf(type).filter(predicate)
  }
  return leaves(codec)
}

const fieldsOf = (props: unknown): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(Object.entries(props as t.Props).map(([key, prop]) => [key, valuesOf(prop)]))

type Json = Readonly<Record<string, unknown>>

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'x',
    -1,
    0,
    1.5,
    1e21,
    true,
    [],
    {},
    'Europe/',
    '2026-02-30T00:00:00.000Z',
  ),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 1 }),
)

/** Every place in a value, as the keys that lead there. */
const places = (value: unknown): ReadonlyArray<ReadonlyArray<string>> =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...places(inner).map((below) => [key, ...below]),
      ])

/** The value with one place changed, gone or added. */
const changed = (
  value: unknown,
  place: ReadonlyArray<string>,
  change: (at: Json) => Json,
): unknown => {
  const [key, ...below] = place
  if (key === undefined) return change(value as Json)
  const copy = (
    Array.isArray(value) ? [...(value as ReadonlyArray<unknown>)] : { ...(value as Json) }
  ) as Record<string, unknown>
  copy[key] = changed(copy[key], below, change)
  return copy
}

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, place: ReadonlyArray<string>): unknown =>
  place.reduce<unknown>((inner, key) => (inner as Json)[key], value)

/** JSON that is nearly that of the value: something in it is replaced, left out or added. */
export const nearly = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  valid.chain((value) => {
    const records = [[], ...places(value)].filter((place) => isRecord(at(value, place)))
    const replaced = fc.tuple(fc.constantFrom(...places(value)), odd).map(([place, instead]) =>
      changed(value, place.slice(0, -1), (around) => {
        const key = place.at(-1) ?? ''
        return changed(around, [key], () => instead as Json) as Json
      }),
    )
    const added = fc
      .tuple(fc.constantFrom(...records), fc.string({ minLength: 1 }), odd)
      .map(([place, key, extra]) =>
        changed(value, place, (around) => ({ ...around, [key]: extra })),
      )
    const dropped = fc
      .constantFrom(...places(value).filter((place) => isRecord(at(value, place.slice(0, -1)))))
      .map((place) =>
        changed(value, place.slice(0, -1), (around) =>
          Object.fromEntries(Object.entries(around).filter(([key]) => key !== place.at(-1))),
        ),
      )
    return fc.oneof(replaced, added, dropped)
  })
