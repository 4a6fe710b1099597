import { Cohort } from '@reverse-mentoring/core'
import { between, pick, shuffled } from './chance.ts'
import { deed } from './deed.ts'
import { said, self, type Member, type Setting } from './setting.ts'
import type { Habit } from './someone.ts'
import type { World } from './world.ts'

/** The first mentors whom the coordinator trains; they train the rest. */
export const trainers = ({ members, chance }: Setting): ReadonlyArray<Member> =>
  shuffled(
    members.filter(({ person }) => person.role === 'mentor'),
    ({ enrolment }) => chance('trainer', enrolment),
  ).slice(0, 3)

/** Who finds time for the briefing only after the first matching: one person in twenty. */
const latecomers = (setting: Setting): ReadonlySet<Member> => {
  const { members, chance } = setting
  const first = new Set(trainers(setting))
  const order = shuffled(members, ({ enrolment }) => chance('latecomer', enrolment))
  return new Set(
    order.filter((member) => !first.has(member)).slice(0, Math.floor(members.length / 20)),
  )
}

/** In the first days everybody acknowledges what the programme is for. */
export const acknowledging: Habit = ({ setting, today, member, state }) => {
  const { enrolment, participant, person } = member
  const due = between(1, 5, setting.chance('acknowledges', enrolment))
  if (state[person.role].purpose?.value === true || today < due) return []
  const stamp = said(setting, today, self(participant), 'purpose')
  return [deed({ type: 'AmendEnrolment', ...stamp, enrolment, purposeAcknowledged: true })]
}

const briefedMentors = (setting: Setting, { cohort }: World): ReadonlyArray<Member> =>
  setting.members.filter(({ participant }) => {
    const mentor = Cohort.get(cohort.people, participant)?.mentor
    return mentor?.briefed === true && mentor.enrolment !== undefined
  })

/** A mentor who was briefed before briefs the next one. */
export const beingBriefed: Habit = ({ setting, world, today, member, state }) => {
  const { enrolment, person } = member
  if (state[person.role].briefed || today < between(3, 6, setting.chance('briefing', enrolment))) {
    return []
  }
  if (today < 20 && latecomers(setting).has(member)) return []
  const trainer = pick(
    briefedMentors(setting, world),
    setting.chance('trained by', enrolment, today),
  )
  if (trainer === undefined || trainer === member) return []
  const stamp = said(setting, today, self(trainer.participant), 'briefs', enrolment)
  return [deed({ type: 'CompleteBriefing', ...stamp, enrolment })]
}
