import { between, pick } from './chance.ts'
import { deed } from './deed.ts'
import { said, self } from './setting.ts'
import type { Habit } from './someone.ts'

/** In the first days everybody acknowledges what the programme is for. */
export const acknowledging: Habit = ({ setting, today, member, state }) => {
  const { enrolment, participant, role } = member
  const due = between(1, 5, setting.chance('acknowledges', enrolment))
  if (state[role].purpose?.value === true || today < due) return []
  const stamp = said(setting, today, self(participant), 'purpose')
  return [deed({ type: 'AmendEnrolment', ...stamp, enrolment, purposeAcknowledged: true })]
}

/** A mentor who was briefed before briefs the next one. */
export const beingBriefed: Habit = ({ setting, today, member, state, trainers }) => {
  const { enrolment, role } = member
  if (state[role].briefed || today < between(3, 6, setting.chance('briefing', enrolment))) {
    return []
  }
  if (today < 20 && setting.cast.latecomers.has(member)) return []
  const trainer = pick(trainers, setting.chance('trained by', enrolment, today))
  if (trainer === undefined || trainer === member) return []
  const stamp = said(setting, today, self(trainer.participant), 'briefs', enrolment)
  return [deed({ type: 'CompleteBriefing', ...stamp, enrolment })]
}
