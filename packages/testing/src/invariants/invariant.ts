import { findBroken, howBroken, type Found } from '../shortest.ts'
import { walksOrInterrupted } from '../walk/arbitrary.ts'
import { Interrupted } from '../walk/interrupted.ts'
import type { WalkOptions } from '../walk/options.ts'
import { tellWalk } from '../walk/tell-walk.ts'
import { theCore, type Core } from '../walk/core.ts'
import { walkOf, type Walk } from '../walk/walk.ts'

/** A rule of the domain, under its number. No test runner is needed: `broken` says how a walk breaks it. */
export interface Invariant {
  readonly rule: `INV${number}`
  readonly name: string
  /** How the walk breaks the rule, in a few words; `undefined` if it keeps it. */
  readonly broken: (walk: Walk, core: Core) => string | undefined
}

/** What is checked, how often, and on what walks. */
export interface Trial extends WalkOptions {
  readonly numRuns?: number
  readonly seed?: number
  /** With the seed of a trial that failed, as it was told: tries again what failed. */
  readonly path?: string
}

/** The walk up to the command that broke the rule first; the whole of it where only the whole does. */
const upToBroken = ({ broken }: Invariant, walk: Walk, core: Core): Walk => {
  for (let length = 1; length < walk.steps.length; length += 1) {
    const part = walkOf(walk.steps.slice(0, length))
    if (howBroken(() => broken(part, core)) !== undefined) return part
  }
  return walk
}

const failure = (found: Found<Walk | Interrupted>, invariant: Invariant, core: Core): Error => {
  const { value, seed, path } = found
  const { rule, name, broken } = invariant
  const at = `(seed ${String(seed)}, path "${path}") after these commands`
  if (value instanceof Interrupted)
    return new Error(
      `${rule} ${name}: no walk, since ${value.why.message}\n${at}:\n${tellWalk(value.walk)}`,
      { cause: value.why },
    )
  const walk = upToBroken(invariant, value, core)
  const how = howBroken(() => broken(walk, core)) ?? found.how
  return new Error(
    `${rule} ${name}: ${how}\n${at}, of which the last one broke it:\n${tellWalk(walk)}`,
  )
}

/** Walks a random cohort many times; throws a short walk that breaks the rule, if it finds one. */
export const checkInvariant = (
  invariant: Invariant,
  { numRuns = 100, seed, path, ...options }: Trial = {},
): void => {
  const { core = theCore } = options
  const found = findBroken(
    walksOrInterrupted('arbitraryWalk', options),
    (made) => (made instanceof Interrupted ? made.why.message : invariant.broken(made, core)),
    { numRuns, seed, path },
  )
  if (found !== undefined) throw failure(found, invariant, core)
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
