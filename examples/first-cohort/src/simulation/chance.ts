import { createHash } from 'node:crypto'

/** A number from 0 up to, not including, 1 that only the seed and the words decide: asked again, it is the same. */
export type Chance = (...about: ReadonlyArray<string | number>) => number

/** SHA-256 of a seed and some words, in hexadecimal. */
export const hashOf = (seed: number, about: ReadonlyArray<string | number>): string =>
  createHash('sha256')
    .update(JSON.stringify([seed, ...about]))
    .digest('hex')

export const chanceOf =
  (seed: number): Chance =>
  (...about) =>
    Number.parseInt(hashOf(seed, about).slice(0, 12), 16) / 2 ** 48

/** One of some things; `undefined` of none. */
export const pick = <A>(from: ReadonlyArray<A>, chance: number): A | undefined =>
  from[Math.floor(chance * from.length)]

/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number, chance: number): number =>
  least + Math.floor(chance * (most - least + 1))

/** The things in an order that only chance decides. */
export const shuffled = <A>(
  things: ReadonlyArray<A>,
  chanceFor: (thing: A) => number,
): ReadonlyArray<A> =>
  things
    .map((thing) => [chanceFor(thing), thing] as const)
    .sort(([a], [b]) => a - b)
    .map(([, thing]) => thing)
