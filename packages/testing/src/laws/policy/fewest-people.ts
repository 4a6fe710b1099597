import type { Matching } from '@reverse-mentoring/core'

type Pool = Matching.MatchingPool

/** How long people are taken away, in milliseconds. */
const PATIENCE = 5_000

const without = <A>(items: ReadonlyArray<A>, n: number): ReadonlyArray<A> =>
  items.filter((_, i) => i !== n)

/** Without somebody in a role, and without what is said of pairs with them. */
const withoutPerson = (pool: Pool, role: 'mentors' | 'mentees', n: number): Pool => {
  const gone = pool[role][n]?.participant
  const less = { ...pool, [role]: without(pool[role], n) }
  const stays = [...less.mentors, ...less.mentees].some(({ participant }) => participant === gone)
  if (stays) return less
  return {
    ...less,
    locked: pool.locked.filter(({ mentor, mentee }) => mentor !== gone && mentee !== gone),
    forbidden: pool.forbidden.filter(({ first, second }) => first !== gone && second !== gone),
  }
}

const plainer = (pool: Pool, role: 'mentors' | 'mentees', n: number, what: object): Pool => ({
  ...pool,
  [role]: pool[role].map((one, i) => (i === n ? { ...one, ...what } : one)),
})

const sides = ['mentors', 'mentees'] as const

function* withoutOne(pool: Pool): Generator<Pool> {
  for (const side of sides)
    for (let n = pool[side].length - 1; n >= 0; n -= 1) yield withoutPerson(pool, side, n)
}

/** Of two who are paired with each other, one cannot always go alone. */
function* withoutTwo(pool: Pool): Generator<Pool> {
  for (const less of withoutOne(pool)) yield* withoutOne(less)
}

function* withLessSaid(pool: Pool): Generator<Pool> {
  for (const list of ['notReady', 'locked', 'forbidden'] as const)
    for (let n = pool[list].length - 1; n >= 0; n -= 1)
      yield { ...pool, [list]: without<unknown>(pool[list], n) }
  for (const side of sides)
    for (const [n, one] of pool[side].entries()) {
      if (Object.keys(one.attributes).length > 0) yield plainer(pool, side, n, { attributes: {} })
      if (one.chain.length > 0) yield plainer(pool, side, n, { chain: [] })
    }
}

/** Pools with a little less: first somebody, then two, then what is said of a pair or of somebody. */
function* lesser(pool: Pool): Generator<Pool> {
  yield* withoutOne(pool)
  yield* withoutTwo(pool)
  yield* withLessSaid(pool)
}

/**
 * A pool that is broken still, of which nothing can be taken away, or of what was left when the time was over. Whoever
 * made the pool: one of a generator's own shrinking keeps people whom a law does not need.
 */
export const fewestPeople = async (
  pool: Pool,
  isBroken: (pool: Pool) => Promise<boolean>,
): Promise<Pool> => {
  const until = performance.now() + PATIENCE
  let least = pool
  for (let next: Pool | undefined = pool; next !== undefined;) {
    least = next
    next = undefined
    for (const less of lesser(least)) {
      if (performance.now() > until) return least
      if (!(await isBroken(less))) continue
      next = less
      break
    }
  }
  return least
}
