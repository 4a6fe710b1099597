import fc from 'fast-check'

/** How long what is broken is made smaller, in milliseconds, where nothing else is said. */
const SHORTENING = 5_000

/** How hard something is searched for; `path` goes on where a failed run of the seed stood. */
export interface Search {
  readonly numRuns: number
  readonly seed?: number | undefined
  readonly path?: string | undefined
  /** How long what is broken is made smaller, in milliseconds; 5 000 by default. */
  readonly shortening?: number | undefined
}

/** The smallest value found that is broken, how, and where it is found again. */
export interface Found<A> {
  readonly value: A
  readonly how: string
  readonly seed: number
  readonly path: string
}

const messageOf = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason)

/** How something is broken, which a sentence or an error says. */
export const howBroken = (broken: () => string | undefined): string | undefined => {
  try {
    return broken()
  } catch (reason) {
    return messageOf(reason)
  }
}

/** What may have to be waited for. */
export type Awaitable<A> = A | Promise<A>

/** The same where it may take promises to see. */
export const howBrokenLater = async (
  broken: () => Awaitable<string | undefined>,
): Promise<string | undefined> => {
  try {
    return await broken()
  } catch (reason) {
    return messageOf(reason)
  }
}

/** Once something is broken, smaller values are tried for a while; then the search ends with the smallest of them. */
const patience = ({ shortening = SHORTENING }: Search) => {
  let until = Infinity
  return {
    check: (): void => {
      if (performance.now() > until) throw new fc.PreconditionFailure(true)
    },
    broken: (how: string): never => {
      until = Math.min(until, performance.now() + shortening)
      throw new Error(how)
    },
  }
}

const asked = ({ numRuns, seed, path }: Search) => {
  if (!Number.isSafeInteger(numRuns) || numRuns < 1)
    throw new RangeError(`numRuns ${String(numRuns)}: write a whole number from 1`)
  return {
    numRuns,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
  }
}

const foundIn = <A>(run: fc.RunDetails<[A]>): Found<A> | undefined => {
  if (!run.failed) return undefined
  const { counterexample, errorInstance, seed, counterexamplePath } = run
  // Whose arbitraries give next to nothing that they themselves let through.
  if (counterexample === null)
    throw new Error(`nothing could be tried: ${String(run.numSkips)} values were skipped`)
  const [value] = counterexample
  return { value, how: messageOf(errorInstance), seed, path: counterexamplePath }
}

/** Looks for a value that is broken, which a sentence or an error says, and makes it smaller for a while. */
export const findBroken = <A>(
  values: fc.Arbitrary<A>,
  broken: (value: A) => string | undefined,
  search: Search,
): Found<A> | undefined => {
  const smaller = patience(search)
  const property = fc.property(values, (value) => {
    smaller.check()
    const how = howBroken(() => broken(value))
    if (how !== undefined) smaller.broken(how)
  })
  return foundIn(fc.check(property, asked(search)))
}

/** The same where it takes promises to see what is broken. */
export const findBrokenLater = async <A>(
  values: fc.Arbitrary<A>,
  broken: (value: A) => Promise<string | undefined>,
  search: Search,
): Promise<Found<A> | undefined> => {
  const smaller = patience(search)
  const property = fc.asyncProperty(values, async (value) => {
    smaller.check()
    const how = await howBrokenLater(() => broken(value))
    if (how !== undefined) smaller.broken(how)
  })
  return foundIn(await fc.check(property, asked(search)))
}
