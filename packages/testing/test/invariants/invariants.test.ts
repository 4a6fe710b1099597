import { checkInvariant, invariants } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'

/** How many walks each invariant takes; more of them before a release. */
const numRuns = Number(process.env['INVARIANT_RUNS'] ?? (process.env['FULL'] === '1' ? 200 : 40))

describe('over generated walks', () => {
  for (const invariant of invariants) {
    test(`${invariant.rule} ${invariant.name}`, { timeout: 60_000 + 200 * numRuns }, () =>
      checkInvariant(invariant, { numRuns }),
    )
  }
})
