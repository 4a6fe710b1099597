import fc from 'fast-check'
import { arbitraryWalk } from '../walk/arbitrary.ts'
import { tellWalk } from '../walk/tell-walk.ts'
import { theCore, walkOf, type Core, type Walk } from '../walk/walk.ts'

/** A rule of the domain, under its number. No test runner is needed: `broken` says how a walk breaks it. */
export interface Invariant {
  readonly rule: `INV${number}`
  readonly name: string
  /** How the walk breaks the rule, in a few words; `undefined` if it keeps it. */
  readonly broken: (walk: Walk, core: Core) => string | undefined
}

/** What is checked, and how often. */
export interface Trial {
  readonly core?: Core
  readonly numRuns?: number
  readonly seed?: number
  /** How long walks may be, in commands after their beginning. */
  readonly maxLength?: number
}

/** How long a walk that breaks a rule is made shorter, in milliseconds. */
const SHORTENING = 10_000

/** The walk up to the command that broke the rule first; the whole of it where only the whole does. */
const upToBroken = ({ broken }: Invariant, walk: Walk, core: Core): Walk => {
  for (let length = 1; length < walk.steps.length; length += 1) {
    const part = walkOf(walk.steps.slice(0, length))
    if (broken(part, core) !== undefined) return part
  }
  return walk
}

const failure = (run: fc.RunDetails<[Walk]>, invariant: Invariant, core: Core): Error => {
  const { rule, name, broken } = invariant
  const [found] = run.counterexample ?? []
  const walk = found === undefined ? undefined : upToBroken(invariant, found, core)
  const how = walk === undefined ? undefined : broken(walk, core)
  const told = walk === undefined ? '' : tellWalk(walk)
  return new Error(
    `${rule} ${name}: ${how ?? 'broken'}\n(seed ${String(run.seed)}) after these commands, of which the last one broke it:\n${told}`,
  )
}

/** Walks a random cohort many times; throws a short walk that breaks the rule, if it finds one. */
export const checkInvariant = (
  invariant: Invariant,
  { core = theCore, numRuns = 100, seed, maxLength = 80 }: Trial = {},
): void => {
  const { rule, name, broken } = invariant
  const property = fc.property(arbitraryWalk(core, { maxLength }), (walk) => {
    const how = broken(walk, core)
    if (how !== undefined) throw new Error(`${rule} ${name}: ${how}`)
  })
  const found = fc.check(property, {
    numRuns,
    endOnFailure: true,
    ...(seed !== undefined && { seed }),
  })
  if (!found.failed) return
  const shorter = fc.check(property, {
    seed: found.seed,
    numRuns,
    interruptAfterTimeLimit: SHORTENING,
    ...(found.counterexamplePath !== null && { path: found.counterexamplePath }),
  })
  throw failure(shorter.counterexample === null ? found : shorter, invariant, core)
}

/** The first of many that is broken. */
export const firstBroken = <A>(
  items: Iterable<A>,
  broken: (item: A) => string | undefined,
): string | undefined => {
  for (const item of items) {
    const how = broken(item)
    if (how !== undefined) return how
  }
  return undefined
}
