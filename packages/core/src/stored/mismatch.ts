import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** Where a value is not what a codec says, and what belongs there. */
export interface Mismatch {
  readonly path: string
  readonly expected: string
}

/** Whether the keys below a type are its branches, and no keys of the value. */
const isBranching = (type: unknown): boolean => {
  if (type instanceof t.ExactType) {
    const inner: unknown = type.type
    return isBranching(inner)
  }
  return (
    type instanceof t.IntersectionType ||
    type instanceof t.UnionType ||
    type instanceof t.RefinementType
  )
}

/** The keys of a place; the branches of unions and intersections are no keys. */
const pathOf = (context: t.Context): string =>
  context
    .filter((entry, i) => i > 0 && !isBranching(context[i - 1]?.type) && entry.key !== '')
    .map(({ key }) => key)
    .join('.')

const deepest = (errors: t.Errors): t.ValidationError | undefined => {
  let found = errors[0]
  for (const error of errors) {
    if (found !== undefined && error.context.length > found.context.length) found = error
  }
  return found
}

/** A field name, unless it is so odd that it could be somebody's data. */
const shown = (key: string): string => (/^[A-Za-z0-9]{1,40}$/.test(key) ? key : '?')

/** The first field that is in the value and not in what the codec kept of it. */
const extraField = (value: unknown, kept: unknown): ReadonlyArray<string> | undefined => {
  if (typeof value !== 'object' || value === null || typeof kept !== 'object' || kept === null) {
    return undefined
  }
  const known = new Map<string, unknown>(Object.entries(kept))
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined || !known.has(key)) return [shown(key)]
    const below = extraField(inner, known.get(key))
    if (below !== undefined) return [shown(key), ...below]
  }
  return undefined
}

/** What is wrong with a value that the codec's guard refused: the deepest place, and never the value itself. */
export const mismatch = (codec: t.Type<unknown>, value: unknown): Mismatch => {
  const decoded = codec.decode(value)
  if (E.isRight(decoded)) {
    const path = extraField(value, decoded.right) ?? []
    return { path: path.join('.'), expected: 'no such field' }
  }
  const error = deepest(decoded.left)
  const last = error?.context.at(-1)
  return {
    path: error === undefined ? '' : pathOf(error.context).split('.').map(shown).join('.'),
    expected: last?.type.name ?? codec.name,
  }
}
