import { below, seeded, type Chance } from '../seeded.ts'

/**
 * What can go wrong with a port without breaking its laws.
 *
 * `lost`: a call never arrives. `unanswered`: it takes effect, and its answer is lost. `silent`: nobody ever hears of it
 * again, whether it takes effect or not. `slow`: it is late, or its answer
 * is. `thrown`: the adapter has a defect, before or after the effect. `stale`: what is a hint was read some time ago.
 * `missed`: a hint does not come. `echoed`: it comes twice. `skewed`: a clock says another instant.
 */
export type FaultKind =
  'lost' | 'unanswered' | 'silent' | 'slow' | 'thrown' | 'stale' | 'missed' | 'echoed' | 'skewed'

const kinds: ReadonlyArray<FaultKind> = [
  ...(['lost', 'unanswered', 'silent', 'slow', 'thrown'] as const),
  ...(['stale', 'missed', 'echoed', 'skewed'] as const),
]

/** How ports fail. */
export interface FaultOptions {
  /** The same seed and the same calls give the same faults. */
  readonly seed: number
  /** How often, of all calls that can fail so: from 0 to 1. Of one call all of them together are 1 at the most. */
  readonly rates: Readonly<Partial<Record<FaultKind, number>>>
  /** The most milliseconds that something is late, or a clock wrong; 100 unless told. */
  readonly most?: number
  /** What waits; this platform's timer, unless told. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** What decides which calls fail, and counts them: one for all ports of a process, or one for each. */
export interface Faults {
  readonly options: Required<FaultOptions>
  readonly chance: Chance
  /** Which of these happens to a call now, if any. It counts, under the name of the call. */
  readonly draw: (call: string, possible: ReadonlyArray<FaultKind>) => FaultKind | undefined
  /** From now on nothing fails. */
  readonly calm: () => void
  /** How often what was injected, such as `append: lost`. */
  readonly injected: () => ReadonlyMap<string, number>
}

const timer = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds)
  })

const faultOf = ({ seed, rates, most = 0 }: FaultOptions): string | undefined => {
  if (!Number.isSafeInteger(seed)) return 'the seed of faults is a whole number'
  if (!Number.isSafeInteger(most) || most < 0) return '`most` is a whole number of milliseconds'
  for (const [kind, rate] of Object.entries(rates)) {
    if (!kinds.some((known) => known === kind))
      return `there is no fault \`${kind}\`: write ${kinds.join(', ')}`
    if (!(rate >= 0 && rate <= 1)) return `the rate of \`${kind}\` is a number from 0 to 1`
  }
  return undefined
}

/** Faults by their rates; throws for rates that are none. */
export const newFaults = (given: FaultOptions): Faults => {
  const wrong = faultOf(given)
  if (wrong !== undefined) throw new RangeError(wrong)
  const options = { most: 100, pause: timer, ...given }
  const chance = seeded(options.seed)
  const counts = new Map<string, number>()
  let isCalm = false
  return {
    options,
    chance,
    draw: (call, possible) => {
      if (isCalm) return undefined
      let luck = chance()
      for (const kind of possible) {
        luck -= options.rates[kind] ?? 0
        if (luck >= 0) continue
        const name = `${call}: ${kind}`
        counts.set(name, (counts.get(name) ?? 0) + 1)
        return kind
      }
      return undefined
    },
    calm: () => {
      isCalm = true
    },
    injected: () => new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** How late something is. */
export const lateness = ({ chance, options }: Faults): number => below(chance, options.most + 1)
