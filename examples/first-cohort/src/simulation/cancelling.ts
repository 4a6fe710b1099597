import { Values } from '@reverse-mentoring/core'
import { deed } from './deed.ts'
import { fateOf } from './fate.ts'
import { dayIn, openSession, type Behaviour } from './pair.ts'
import { said, self } from './setting.ts'

/** Calls the planned session off, some days ahead, on the day, or after nobody came. */
export const cancelling: Behaviour = (pair) => {
  const { setting, today, pairing } = pair
  const session = openSession(pair)
  const start = session?.plan?.value.start
  if (session === undefined || start === undefined) return []
  const fate = fateOf(pair, session)
  if (fate._tag === 'Held' || today < dayIn(pair, start) - Math.max(0, fate.warning)) return []
  const { session: id } = session
  const stamp = said(setting, today, self(pairing[fate.by]), 'cancel', id)
  const isNoShow = fate.warning < 0
  const at = isNoShow
    ? Values.plusMillis(start, 20 * Values.MINUTE)
    : stamp.at < start
      ? stamp.at
      : start
  return [deed({ type: 'CancelSession', ...stamp, at, session: id, cancelledBy: fate.by })]
}
