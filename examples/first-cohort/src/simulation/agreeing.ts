import { between, shuffled } from './chance.ts'
import { goals } from './codes.ts'
import { deed } from './deed.ts'
import { dayIn, type Behaviour } from './pair.ts'
import { said, self } from './setting.ts'

/** Each of the two says what the pairing is for, in the days after it became formal; mostly they agree. */
export const agreeing: Behaviour = (pair) => {
  const { setting, today, pairing } = pair
  if (pairing._tag !== 'Formal') return []
  const { pairing: id, formalAt } = pairing
  const wanted = shuffled(goals, (goal) => setting.chance('goal', id, goal))
  return (['mentee', 'mentor'] as const).flatMap((role) => {
    const due = dayIn(pair, formalAt) + between(1, 4, setting.chance('goals', id, role))
    if (pairing.goals[role] !== undefined || today < due) return []
    const count = between(1, 2, setting.chance('goal count', id, role))
    const stamp = said(setting, today, self(pairing[role]), 'goals', id)
    return [deed({ type: 'AgreeGoals', ...stamp, pairing: id, goals: wanted.slice(0, count) })]
  })
}
