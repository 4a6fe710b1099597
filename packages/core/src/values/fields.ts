import * as t from 'io-ts'

/** A record with these fields, those that may be absent, and no others. */
export const fields = <R extends t.Props, O extends t.Props>(
  required: R,
  optional: O,
  name?: string,
) => t.exact(t.intersection([t.type(required), t.partial(optional)]), name)

/** The plain readonly record that a codec describes. */
export type Plain<A> = A extends unknown ? { readonly [K in keyof A]: A[K] } : never

/** A list of these. */
export const list = <C extends t.Mixed>(item: C) => t.readonlyArray(item)

/** One of these fixed words. */
export const word = <W extends string>(...words: readonly [W, W, ...W[]]) => {
  const keys: ReadonlySet<string> = new Set(words)
  const is = (u: unknown): u is W => typeof u === 'string' && keys.has(u)
  return new t.Type<W>(
    words.map((w) => `'${w}'`).join(' | '),
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
    t.identity,
  )
}

/** A list of at most so many of these; what is longer is refused before its items are looked at. */
export const listOf = <C extends t.Mixed>(most: number, item: C) => {
  const items = t.readonlyArray(item)
  const bounded = t.refinement(
    items,
    ({ length }) => length <= most,
    `at most ${String(most)} of ${item.name}`,
  )
  return Object.assign(bounded, { most })
}
