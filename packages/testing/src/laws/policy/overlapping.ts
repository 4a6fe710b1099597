import { isDeepStrictEqual } from 'node:util'
import { policyLaw } from './trial.ts'

/** What one that is waited for must keep beside: an engine asks for several drafts at a time. */
export const overlapping = policyLaw(
  'INV30 runs that overlap give what each of them gives alone',
  async ({ pool, propose }) => {
    const other = { ...pool, mentors: pool.mentors.slice(1), mentees: pool.mentees.slice(0, -1) }
    const alone = [await propose(), await propose(other)]
    const together = await Promise.all([propose(), propose(other)])
    return isDeepStrictEqual(together, alone) ? undefined : 'beside another run, another result'
  },
)
