import { leaf } from './leaf.ts'

/** One of these fixed words. */
export const word = <W extends string>(...words: readonly [W, W, ...W[]]) => {
  const keys: ReadonlySet<string> = new Set(words)
  const quoted = words.map((w) => `'${w}'`)
  return leaf<W>(quoted.join(' | '), (u): u is W => typeof u === 'string' && keys.has(u), {
    type: 'string',
    enum: words,
    description: quoted.join(' or '),
  })
}
