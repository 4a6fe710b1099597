import { between } from './chance.ts'
import { deed } from './deed.ts'
import { dayIn, type Behaviour } from './pair.ts'
import { said, self } from './setting.ts'

/** One mentee withdraws after some weeks, and needs to give no reason. */
export const withdrawing: Behaviour = (pair) => {
  const { setting, today, pairing, character } = pair
  if (character !== 'withdraws' || pairing._tag !== 'Formal') return []
  const { pairing: id } = pairing
  const due = dayIn(pair, pairing.formalAt) + between(50, 75, setting.chance('withdraws', id))
  if (today < due) return []
  const stamp = said(setting, today, self(pairing.mentee), 'withdraw', id)
  return [deed({ type: 'WithdrawConsent', ...stamp, purpose: 'pairing', pairing: id })]
}
