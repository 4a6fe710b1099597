import { Cohort, Values } from '@reverse-mentoring/core'
import { pick, shuffled } from './chance.ts'
import { deed, type Deed } from './deed.ts'
import { said, self } from './setting.ts'
import type { Habit } from './someone.ts'

const practices = [
  'Open with one thing each of us tried since last time, however small.',
  'Let the other hold the mouse; explaining beats showing.',
  'Agree at the end who sends the next invitation, there and then.',
  'Bring something real from the week, not a prepared talk.',
  'Keep a shared page of questions that came up between sessions.',
  'Say at the start what stays between us, again each time.',
]

/** Some mentors share what works for them, once they have met a few times. The words go into the directory. */
export const sharing: Habit = ({ setting, world, today, member, held }) => {
  const { chance, ids } = setting
  const { participant, role, person } = member
  const practice = ids.of(Values.PracticeId, participant)
  const isOne = role === 'mentor' && held >= 3 && chance('shares', participant) < 0.35
  if (!isOne || Cohort.isTaken(world.cohort, practice)) return []
  const text = ids.of(Values.TextId, 'practice', participant)
  const words = pick(practices, chance('practice', participant)) ?? ''
  const stamp = said(setting, today, self(participant), 'practice')
  const shared: Deed = {
    command: {
      type: 'SharePractice',
      ...stamp,
      practice,
      topics: person.offered.slice(0, 1),
      text,
    },
    text: { text, author: participant, subjects: [], words },
  }
  return [shared]
}

/** Some mentors name a colleague for the next cohort. */
export const nominating: Habit = ({ setting, world, today, member, held }) => {
  const { chance, ids, members } = setting
  const { participant } = member
  const nomination = ids.of(Values.NominationId, participant)
  const isOne = member.role === 'mentor' && held >= 5 && chance('nominates', participant) < 0.3
  if (!isOne || Cohort.isTaken(world.cohort, nomination)) return []
  const others = members.filter((other) => other !== member)
  const [candidate] = shuffled(others, (other) =>
    chance('candidate', participant, other.participant),
  )
  if (candidate === undefined) return []
  const stamp = said(setting, today, self(participant), 'nomination')
  const { role } = candidate
  return [
    deed({
      type: 'NominateCandidate',
      ...stamp,
      nomination,
      candidate: candidate.participant,
      role,
    }),
  ]
}

/** One person raises a concern; the coordinator learns that there is one, the words are in the directory. */
export const worrying: Habit = ({ setting, world, today, member, held }) => {
  const { ids, cast } = setting
  const { participant } = member
  const concern = ids.of(Values.ConcernId, 'one')
  const isTime = cast.worried === member && held >= 2 && today >= 75
  if (!isTime || Cohort.isTaken(world.cohort, concern)) return []
  const text = ids.of(Values.TextId, 'concern')
  const words =
    'I was asked by my own manager what we talk about. Please remind people of the terms.'
  const raised: Deed = {
    command: {
      type: 'RaiseConcern',
      ...said(setting, today, self(participant), 'concern'),
      concern,
      text,
    },
    text: { text, author: participant, subjects: [], words },
  }
  return [raised]
}
