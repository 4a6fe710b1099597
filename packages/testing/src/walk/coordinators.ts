import { Cohort } from '@reverse-mentoring/core'
import { code } from '../scene/ids.ts'
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

/** One topic or goal more, of a few; now and then one that is there. */
export const extendCodes: Maker = (position) => {
  const { what, value } = position.choice
  return {
    type: 'ExtendCodes',
    ...stamp(officer(what), position),
    list: pickOf(['topics', 'goals', 'themes'], value),
    codes: [code(pickOf(['added', 'more', 'data'], what))],
  }
}
