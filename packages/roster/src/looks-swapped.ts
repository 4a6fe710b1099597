import type { Values } from '@reverse-mentoring/core'
import type { RosterPerson } from './roster.ts'

const average = (people: ReadonlyArray<RosterPerson>, role: Values.Role): number | undefined => {
  const some = people.filter(({ roles }) => roles.length === 1 && roles[0] === role)
  return some.length === 0
    ? undefined
    : some.reduce((sum, { seniority }) => sum + seniority, 0) / some.length
}

/** Whether those who share stand above those who learn, on average; of people with one role. */
export const looksSwapped = (people: ReadonlyArray<RosterPerson>): boolean => {
  const [sharing, learning] = [average(people, 'mentor'), average(people, 'mentee')]
  return sharing !== undefined && learning !== undefined && sharing > learning
}
