/** Numbers from 0 up to, not including, 1: the same for the same seed. */
export type Chance = () => number

/** Mulberry32: 32 bits of state, which is enough to choose what happens next, and for nothing secret. */
export const seeded = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 up to, not including, another one. */
export const below = (chance: Chance, most: number): number => Math.floor(chance() * most)

/** One of some, each as likely. */
export const oneOf = <A>(chance: Chance, some: ReadonlyArray<A>): A | undefined =>
  some[below(chance, some.length)]
