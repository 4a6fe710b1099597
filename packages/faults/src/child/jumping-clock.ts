import { below, seeded } from '@reverse-mentoring/testing'

const day = 24 * 60 * 60 * 1000

/** Days by which a clock may be wrong. */
const most = 400

/**
 * Puts a clock that can be set in the place of this process's: every part of it, and what it is built on, sees the jumps.
 * Answers what sets it anew, by at most so many days ahead or behind.
 */
export const jumpingClock = (seed: number): (() => number) => {
  const chance = seeded(seed)
  const Real = Date
  let wrong = 0
  const instant = (): number => Real.now() + wrong
  class Jumping extends Real {
    constructor(...given: ReadonlyArray<never>) {
      if (given.length === 0) super(instant())
      else super(...(given as unknown as [number]))
    }
    static override now(): number {
      return instant()
    }
  }
  globalThis.Date = Jumping as DateConstructor
  return () => {
    wrong = (below(chance, 2 * most + 1) - most) * day + below(chance, day)
    return wrong
  }
}
