import { Cohort, Values } from '@reverse-mentoring/core'
import { between } from './chance.ts'
import { deed } from './deed.ts'
import { dayIn, type Behaviour, type Pair } from './pair.ts'
import { said, self } from './setting.ts'

const answer = (pair: Pair, role: Values.Role): ReturnType<Behaviour> => {
  const { setting, today, pairing, character } = pair
  const { pairing: id } = pairing
  const stamp = said(setting, today, self(pairing[role]), 'answer', id)
  const terms = pair.world.cohort.opened?.terms ?? 1
  return [
    deed(
      character === `${role}-declines`
        ? { type: 'WithdrawConsent', ...stamp, purpose: 'pairing', pairing: id }
        : { type: 'GiveConsent', ...stamp, purpose: 'pairing', pairing: id, terms },
    ),
  ]
}

/** The mentee answers within a working week, and the mentor, once asked, within days; one never does. */
export const answering: Behaviour = (pair) => {
  const { setting, world, today, pairing, character } = pair
  const { pairing: id, matched, answers } = pairing
  const days = world.cohort.opened?.rules.answerDays ?? 0
  const isLate = today >= dayIn(pair, Values.plusDays(matched.at, days))
  if (pairing._tag !== 'Proposed' || isLate || character === 'silent') return []
  const due = (asked: Values.Instant, most: number, role: Values.Role): boolean =>
    today >= dayIn(pair, asked) + between(1, most, setting.chance('delay', id, role))
  if (answers.mentee.yes === undefined)
    return due(matched.at, 5, 'mentee') ? answer(pair, 'mentee') : []
  return Cohort.wasAsked(world.cohort, pairing, 'mentor') && due(answers.mentee.yes, 3, 'mentor')
    ? answer(pair, 'mentor')
    : []
}
