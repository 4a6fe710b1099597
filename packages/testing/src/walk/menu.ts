import { Cohort } from '@reverse-mentoring/core'
import { kinds } from './choice.ts'
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
import type { Activity, CommandOptions } from './options.ts'
import { ownCommand } from './own-command.ts'
import type { Maker } from './pool.ts'
import { cancel, hold, reopen, reschedule, schedule } from './session.ts'

/** What may be done, how likely it is, and what it is about. */
type Menu = ReadonlyArray<readonly [weight: number, activity: Activity, maker: Maker]>

const always: Menu = [
  [8, 'enrolment', enrol],
  [10, 'enrolment', amend],
  [6, 'enrolment', brief],
  [4, 'enrolment', leave],
  [2, 'erasure', erase],
  [3, 'conflict', conflict],
  [5, 'conflict', recordLines],
  [2, 'conflict', carryOver],
  [2, 'coordination', nameCoordinators],
  [2, 'coordination', extendCodes],
  [12, 'purpose', purpose],
  [2, 'feedback', nominate],
  [2, 'feedback', practice],
  [2, 'feedback', concern],
  [3, 'feedback', feedback],
  [1, 'outcome', outcome],
  [1, 'close', close],
]

const ofProposals: Menu = [
  [60, 'pairing', answer],
  [6, 'pairing', lapse],
  [1, 'pairing', end],
]

const ofMatching: Menu = [
  [20, 'matching', propose],
  [8, 'matching', recordMatching],
]

const ofFormal: Menu = [
  [40, 'session', schedule],
  [14, 'session', reschedule],
  [30, 'session', hold],
  [40, 'session', cancel],
  [12, 'session', reopen],
  [12, 'pairing', goals],
  [8, 'feedback', feedback],
  [3, 'pairing', withdraw],
  [2, 'pairing', end],
  [2, 'pairing', lapse],
]

const afterwards: Menu = [
  ...always,
  [16, 'outcome', outcome],
  [12, 'purpose', purpose],
  [5, 'feedback', feedback],
  [8, 'session', hold],
  [1, 'pairing', answer],
  [1, 'session', cancel],
  [1, 'session', reopen],
  [1, 'matching', propose],
  [1, 'session', schedule],
  [1, 'pairing', goals],
]

/** Where a cohort stands, as far as it decides on what may be done. */
type Stage = 'closed' | 'neither' | 'proposed' | 'formal' | 'both'

/** What may be done at each stage, each maker as many times as it weighs. */
export type Menus = Readonly<Record<Stage, ReadonlyArray<Maker>>>

/** The menus under these weights; a walk that may do nothing speaks of the use of data. */
export const menusOf = ({ weights = {}, also }: CommandOptions): Menus => {
  const own: Menu = also === undefined ? [] : [[60, 'also', ownCommand(also)]]
  const makers = (...menus: ReadonlyArray<Menu>): ReadonlyArray<Maker> =>
    [...menus.flat(), ...own].flatMap(([weight, activity, maker]) =>
      Array.from({ length: weight * (weights[activity] ?? 1) }, () => maker),
    )
  const open = [always, ofMatching]
  return {
    closed: makers(afterwards),
    neither: makers(...open),
    proposed: makers(...open, ofProposals),
    formal: makers(...open, ofFormal),
    both: makers(...open, ofProposals, ofFormal),
  }
}

const stageOf = (cohort: Cohort.Cohort): Stage => {
  if (cohort.closedAt !== undefined) return 'closed'
  let [proposed, formal] = [false, false]
  for (const { _tag } of Cohort.pairings(cohort)) {
    proposed ||= _tag === 'Proposed'
    formal ||= _tag === 'Formal'
  }
  if (proposed) return formal ? 'both' : 'proposed'
  return formal ? 'formal' : 'neither'
}

/** Numbers below this are even enough when they are counted around. */
const fewMakers = kinds / 10

/** What a number chooses of what may be done. */
export const makerOf = (menus: Menus, cohort: Cohort.Cohort, kind: number): Maker => {
  const menu = menus[stageOf(cohort)]
  const all = menu.length
  const chosen = all < fewMakers ? kind % all : Math.floor((kind * all) / kinds)
  return menu[chosen] ?? purpose
}
