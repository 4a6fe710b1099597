import { Cohort } from '@reverse-mentoring/core'
import type { Step } from './simulation/calendar.ts'
import { cohortDays } from './simulation/setting.ts'
import type { World } from './simulation/world.ts'
import { dateText } from './wording.ts'

/** Where a run is, in one line. */
export const stepText = ({ day, from }: Step, { cohort }: World): string => {
  const week = String(Math.min(cohortDays / 7, Math.floor(day / 7) + 1)).padStart(2)
  const formal = Cohort.pairings(cohort).filter(({ _tag }) => _tag === 'Formal').length
  const sessions = Cohort.sessions(cohort)
  const held = sessions.filter(({ status }) => status.value === 'held').length
  const counts = `${String(formal)} formal pairings, ${String(held)} sessions held`
  return `week ${week} of ${String(cohortDays / 7)}, ${dateText(from).padEnd(17)} ${counts}`
}

/** Every fourth Monday, or whatever day the cohort began on, is worth a line that stays. */
export const isMilestone = ({ day, part }: Step): boolean =>
  day > 0 && day % 28 === 0 && part === 'night'
