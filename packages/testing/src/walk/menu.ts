import { type Cohort } from '@reverse-mentoring/core'
import { extendCodes, nameCoordinators } from './coordinators.ts'
import { close, concern, feedback, nominate, outcome, practice } from './exchange.ts'
import { answer, end, goals, lapse, propose, recordMatching, withdraw } from './pairing.ts'
import {
  amend,
  brief,
  carryOver,
  conflict,
  enrol,
  erase,
  leave,
  purpose,
  recordLines,
} from './people.ts'
import { pairings, type Maker } from './pool.ts'
import { cancel, hold, reopen, reschedule, schedule } from './session.ts'

/** What may be done, and how likely it is. */
type Menu = ReadonlyArray<readonly [weight: number, maker: Maker]>

const always: Menu = [
  [8, enrol],
  [10, amend],
  [6, brief],
  [4, leave],
  [2, erase],
  [3, conflict],
  [5, recordLines],
  [2, carryOver],
  [2, nameCoordinators],
  [2, extendCodes],
  [12, purpose],
  [2, nominate],
  [2, practice],
  [2, concern],
  [3, feedback],
  [1, outcome],
  [1, close],
]

const ofProposals: Menu = [
  [60, answer],
  [6, lapse],
  [1, end],
]

const ofMatching: Menu = [
  [20, propose],
  [8, recordMatching],
]

const ofFormal: Menu = [
  [40, schedule],
  [14, reschedule],
  [30, hold],
  [40, cancel],
  [12, reopen],
  [12, goals],
  [8, feedback],
  [3, withdraw],
  [2, end],
  [2, lapse],
]

const afterwards: Menu = [
  ...always,
  [16, outcome],
  [12, purpose],
  [5, feedback],
  [8, hold],
  [1, answer],
  [1, cancel],
  [1, reopen],
  [1, propose],
  [1, schedule],
  [1, goals],
]

/** What may be done where a cohort stands. */
const menuOf = (cohort: Cohort.Cohort): Menu => {
  if (cohort.closedAt !== undefined) return afterwards
  const live = new Set(pairings(cohort, 'Proposed', 'Formal').map(({ _tag }) => _tag))
  return [
    ...always,
    ...ofMatching,
    ...(live.has('Proposed') ? ofProposals : []),
    ...(live.has('Formal') ? ofFormal : []),
  ]
}

/** What a number chooses of what may be done. */
export const makerOf = (cohort: Cohort.Cohort, kind: number): Maker => {
  const menu = menuOf(cohort)
  const all = menu.reduce((sum, [weight]) => sum + weight, 0)
  let left = kind % all
  for (const [weight, maker] of menu) {
    if (left < weight) return maker
    left -= weight
  }
  return purpose
}
