import fc from 'fast-check'

/**
 * A choice of a random walk, in plain numbers: what they mean depends on where the walk stands, so that shorter and
 * smaller choices always make a walk too.
 */
export interface Choice {
  /** What is done, of so many `kinds`. */
  readonly kind: number
  readonly who: number
  readonly what: number
  readonly value: number
  /** How much time goes by. */
  readonly hours: number
  /** Whether something is odd about it: late, from the wrong person, sent again. */
  readonly odd: number
}

/** How finely what is done is chosen. */
export const kinds = 10_000

export const arbitraryChoice: fc.Arbitrary<Choice> = fc
  .tuple(fc.nat(kinds - 1), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(999))
  .map(([kind, who, what, value, hours, odd]) => ({ kind, who, what, value, hours, odd }))

/** The item that a number chooses. */
export const pick = <A>(items: ReadonlyArray<A>, n: number): A | undefined =>
  items[n % Math.max(1, items.length)]

/** The item that a number chooses, of a list that has some. */
export const pickOf = <A>(items: readonly [A, ...ReadonlyArray<A>], n: number): A =>
  items[n % items.length] ?? items[0]

/** Hours that go by: mostly a few, at times days, seldom more than a deadline. */
export const passing = ({ hours }: Choice): number =>
  hours < 60 ? 1 + (hours % 6) : hours < 90 ? hours - 48 : hours < 97 ? 24 * 8 : 24 * 15
