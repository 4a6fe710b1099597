import { arbitraryWalk, invariants, type Core } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ofAuthority } from './planted/authority.ts'
import { ofDecide } from './planted/decide.ts'
import { ofEvolve } from './planted/evolve.ts'
import { ofPublications } from './planted/publications.ts'
import { ofViews } from './planted/views.ts'

/** How many walks a fault is given to show itself. */
const numRuns = 2000

/** Whether some walk shows the fault to an invariant of the rule; not shrunk, for only that it is found matters here. */
const isCaught = (rule: string, core: Core): boolean => {
  const ofRule = invariants.filter((invariant) => invariant.rule === rule)
  const keeps = fc.property(arbitraryWalk({ core, maxLength: 60 }), (walk) =>
    ofRule.every(({ broken }) => broken(walk, core) === undefined),
  )
  return fc.check(keeps, { numRuns, seed: 42, endOnFailure: true }).failed
}

const all = [...ofDecide, ...ofAuthority, ...ofEvolve, ...ofViews, ...ofPublications]

/** In short every other one. */
const planted = all.filter((_, i) => process.env['FULL'] === '1' || i % 2 === 0)

describe('a planted fault is caught', () => {
  for (const [rule, fault, core] of planted) {
    test(`${rule}: ${fault}`, () => expect(isCaught(rule, core)).toBe(true))
  }
})
