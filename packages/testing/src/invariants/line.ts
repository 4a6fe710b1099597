import { Cohort, View } from '@reverse-mentoring/core'
import { eventsOf } from '../walk/walk.ts'
import { firstBroken, type Invariant } from './invariant.ts'
import { areInOneLine } from './momentum.ts'

const showsConflict = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'conflict' in row && row.conflict === true

/** INV27. */
export const linesEndAndFlag: Invariant = {
  rule: 'INV27',
  name: 'after a line is stated, formal pairings in it are flagged and proposals in it are over',
  broken: ({ steps }, { views }) => {
    const board = views.find(({ name }) => name === View.pairingBoard.name)
    return firstBroken(steps, ({ after, answer }) => {
      const statesLine = eventsOf(answer).some(
        (event) => event.type === 'LinesRecorded' || (event.type === 'Enrolled' && event.chain),
      )
      if (!statesLine || after.closedAt !== undefined) return undefined
      return firstBroken(Cohort.pairings(after), (pairing) => {
        if (pairing._tag === 'Ended') return undefined
        const inLine = areInOneLine(after, pairing)
        if (pairing._tag === 'Proposed') return inLine ? `${pairing.pairing} lives on` : undefined
        const isFlagged = showsConflict(board?.row(pairing.pairing, after))
        return isFlagged === inLine ? undefined : `${pairing.pairing} is shown wrongly`
      })
    })
  },
}
