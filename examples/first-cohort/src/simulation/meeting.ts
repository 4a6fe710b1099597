import { Cohort, Values } from '@reverse-mentoring/core'
import { between, shuffled } from './chance.ts'
import { deed } from './deed.ts'
import { dayIn, openSession, type Behaviour, type Pair } from './pair.ts'
import { self } from './setting.ts'

const topicsOf = (
  { world, pairing }: Pair,
  role: Values.Role,
  which: 'offered' | 'sought',
): ReadonlyArray<Values.Code> =>
  Cohort.enrolment(world.cohort, pairing.enrolments[role])?.[which].value ?? []

/** What one of the two shares: of what the other seeks, if there is something, else of what they offer. */
const shared = (
  pair: Pair,
  session: Values.SessionId,
  role: Values.Role,
  most: number,
): ReadonlyArray<Values.Code> => {
  const { chance } = pair.setting
  const offered = topicsOf(pair, role, 'offered')
  const sought = topicsOf(pair, role === 'mentor' ? 'mentee' : 'mentor', 'sought')
  const both = offered.filter((topic) => sought.includes(topic))
  const order = shuffled(both.length > 0 ? both : offered, (topic) =>
    chance('topic', session, topic),
  )
  return order.slice(0, between(1, most, chance('topics', session, role)))
}

/** Today's planned session takes place, unless it was called off; the mentor records it. */
export const meeting: Behaviour = (pair) => {
  const { setting, today, pairing } = pair
  const session = openSession(pair)
  const plan = session?.plan?.value
  if (session === undefined || plan === undefined || dayIn(pair, plan.start) !== today) return []
  const { session: id } = session
  const late = between(0, 5, setting.chance('late', id)) * Values.MINUTE
  const began = Values.plusMillis(plan.start, late)
  const bothWays = setting.chance('both ways', id) < 0.45
  return [
    deed({
      type: 'HoldSession',
      cohort: setting.cohort,
      at: Values.plusMillis(began, (plan.minutes + 10) * Values.MINUTE),
      by: self(pairing.mentor),
      sessions: [{ session: id, pairing: pairing.pairing }],
      began,
      minutes: plan.minutes,
      byMentor: shared(pair, id, 'mentor', 2),
      byMentee: bothWays ? shared(pair, id, 'mentee', 1) : [],
    }),
  ]
}
