import { Values } from '@reverse-mentoring/core'
import { workdayFrom } from './calendar.ts'
import { between } from './chance.ts'
import { deed } from './deed.ts'
import { fateOf } from './fate.ts'
import { dayIn, openSession, type Behaviour } from './pair.ts'
import { said, self } from './setting.ts'

/** Now and then the planned session is moved to a later day, once. */
export const moving: Behaviour = (pair) => {
  const { setting, world, today, pairing } = pair
  const { chance } = setting
  const session = openSession(pair)
  const plan = session?.plan?.value
  if (session === undefined || plan === undefined || world.moved.has(session.session)) return []
  const { session: id } = session
  const planned = dayIn(pair, plan.start)
  const warning = between(1, 4, chance('moving', id))
  const isMoved = chance('moved', id) < 0.15 && fateOf(pair, session)._tag === 'Held'
  if (!isMoved || today < planned - warning || today >= planned) return []
  const day = workdayFrom(setting.start, planned + between(2, 5, chance('moved by', id)))
  const start = Values.plusDays(plan.start, day - planned)
  if (start >= setting.plannedEnd) return []
  const stamp = said(setting, today, self(pairing.mentee), 'move', id)
  return [
    deed({ type: 'RescheduleSession', ...stamp, sessions: [id], start, minutes: plan.minutes }),
  ]
}
