import type { FaultOptions } from '../faults/faults.ts'
import { oneOf, type Chance } from '../seeded.ts'

type Rates = FaultOptions['rates']

const bad: Rates = {
  lost: 0.03,
  unanswered: 0.03,
  silent: 0.003,
  slow: 0.04,
  thrown: 0.01,
  stale: 0.2,
  missed: 0.1,
  echoed: 0.1,
  skewed: 0.05,
}

const times = (rates: Rates, factor: number): Rates =>
  Object.fromEntries(
    Object.entries(rates).map(([kind, rate]) => [kind, Math.min(0.5, rate * factor)]),
  )

/** How the ports of a process fail while it lives: not at all, now and then, often, or so that little gets through. */
export const weather = (chance: Chance): Rates =>
  oneOf(chance, [{}, times(bad, 0.3), bad, times(bad, 4)]) ?? {}
