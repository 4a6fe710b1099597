import { Cohort, Values, View } from '@reverse-mentoring/core'
import { instantOn, type Day } from './calendar.ts'
import { shuffled } from './chance.ts'
import { deed, type Deed } from './deed.ts'
import { dayIn, livePairs, openSession } from './pair.ts'
import { cohortDays, type Setting, type Stamp } from './setting.ts'
import type { World } from './world.ts'

const morning = ({ cohort, coordinator, start }: Setting, today: Day, place = 0): Stamp => ({
  cohort,
  by: coordinator,
  at: Values.plusMillis(instantOn(start, today, 405), place),
})

/** The coordinator trains the first mentors. */
const training = (setting: Setting, today: Day): ReadonlyArray<Deed> =>
  setting.cast.trainers.map(({ enrolment }, place) =>
    deed({ type: 'CompleteBriefing', ...morning(setting, today, place), enrolment }),
  )

/** Ends a pairing that was flagged and has planned nothing for four weeks. */
const ending = (setting: Setting, world: World, today: Day): ReadonlyArray<Deed> => {
  const threshold = world.cohort.opened?.rules.stallThreshold ?? 0
  return livePairs(setting, world, today)
    .filter((pair) => {
      const run = pair.sessions.reduce(View.runAfter, View.noRun)
      const last = pair.sessions.at(-1)?.ending?.at
      const isQuiet = last !== undefined && today >= dayIn(pair, last) + 28
      return run.total >= threshold && openSession(pair) === undefined && isQuiet
    })
    .map(({ pairing }, place) =>
      deed({
        type: 'EndPairing',
        ...morning(setting, today, place),
        pairing: pairing.pairing,
        reason: 'programme',
      }),
    )
}

/** One of the mentors leaves the company. */
const departing = (setting: Setting, world: World, today: Day): ReadonlyArray<Deed> => {
  const formal = livePairs(setting, world, today).filter(({ pairing }) => pairing._tag === 'Formal')
  const [gone] = shuffled(formal, ({ pairing }) => setting.chance('departs', pairing.mentor))
  if (gone === undefined || formal.length < 10) return []
  const { mentor: enrolment } = gone.pairing.enrolments
  return [deed({ type: 'WithdrawParticipant', ...morning(setting, today), enrolment })]
}

const departureDay: Day = 98

/** What whoever runs the cohort does in the morning, beside opening, enrolling and matching. */
export const coordinatorOn = (setting: Setting, world: World, today: Day): ReadonlyArray<Deed> => {
  if (Cohort.people(world.cohort).length === 0) return []
  if (today === 2) return training(setting, today)
  if (today === departureDay) return departing(setting, world, today)
  if (today === cohortDays) return [deed({ type: 'CloseCohort', ...morning(setting, today) })]
  return ending(setting, world, today)
}
