import { Cohort } from '@reverse-mentoring/core'
import { the } from '../scene/the.ts'
import { pickOf } from './choice.ts'
import { officer, person, stamp, type Maker } from './pool.ts'

/** The opener, a deputy, or both coordinate from now on; now and then somebody who may be enrolled does. */
export const nameCoordinators: Maker = (position) => {
  const { who, what, value } = position.choice
  const { deputy, coordinator } = the
  const one = value % 3 === 0 ? [] : [deputy.id]
  const rest = pickOf([[coordinator.id], [coordinator.id, person(who)], [person(who)]], what)
  const standing = Cohort.coordinatorsOf(position.cohort)
  const isRescue = standing?.length === 0
  return {
    type: 'NameCoordinators',
    ...stamp(isRescue ? the.system : officer(what), position),
    coordinators: [...one, ...(isRescue ? [coordinator.id] : rest)],
  }
}
