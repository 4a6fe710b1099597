import { Cohort, type Command, type Values } from '@reverse-mentoring/core'
import { id } from '../scene/ids.ts'
import { enrolmentOf } from '../scene/people.ts'
import { self, the } from '../scene/the.ts'
import { pick, pickOf } from './choice.ts'
import {
  enrolments,
  officer,
  people,
  person,
  somebody,
  someTopics,
  stamp,
  type Maker,
  type Position,
} from './pool.ts'

const isJunior = (n: number): boolean => n % people.length < people.length / 2

/** Nobody above, the manager, or somebody of the cohort: right above or higher up. */
const chain = (n: number): ReadonlyArray<Values.ParticipantId> => {
  if (n % 12 === 11) return [person(n), the.manager]
  if (n % 12 === 7) return [the.manager, person(n)]
  return n % 4 === 3 ? [the.manager] : []
}

/** A line; at times all who stand above are direct managers, and seldom somebody who does not stand above is one. */
const line = (above: ReadonlyArray<Values.ParticipantId>, n: number) => ({
  chain: above,
  ...(above.length > 1 && n % 3 === 0 && { direct: above }),
  ...(n % 40 === 9 && { direct: [the.manager] }),
})

/** Somebody joins: juniors mostly as mentors, seniors as mentees; by themselves without a line. */
export const enrol: Maker = (position) => {
  const { who, what, value } = position.choice
  const participant = person(who)
  const role = isJunior(who) !== (what % 6 === 5) ? 'mentor' : 'mentee'
  const isAgain = Cohort.enrolment(position.cohort, enrolmentOf(participant, role)) !== undefined
  const byThemselves = value % 5 === 4
  return {
    type: 'Enrol',
    ...stamp(byThemselves ? self(participant) : officer(value), position),
    enrolment:
      isAgain && value % 3 < 2 ? id('enrolment', 100 + what) : enrolmentOf(participant, role),
    participant,
    role,
    capacity: 1 + (what % 3),
    external: !byThemselves && value % 10 === 7,
    offered: someTopics(value),
    sought: someTopics(what),
    ...(!byThemselves && {
      seniority: isJunior(who) ? 1 + (what % 3) : 6 + (what % 3),
      ...line(value % 10 === 7 ? [] : chain(what), value),
    }),
    purposeAcknowledged: what % 9 !== 8,
    hours: 2 + (value % 4),
    ...(value % 20 === 6 && { waitingSince: stamp(the.system, { ...position, clock: 0 }).at }),
  }
}

export const amend: Maker = (position) => {
  const { who, what, value } = position.choice
  const enrolment = pick(enrolments(position.cohort, what % 10 < 9), who)?.enrolled
  const by = enrolment && value % 2 === 0 ? self(enrolment.participant) : officer(what)
  return {
    type: 'AmendEnrolment',
    ...stamp(by, position),
    enrolment: enrolment?.enrolment ?? id('enrolment', 99),
    ...(what % 3 === 0 && { capacity: value % 4 }),
    ...(what % 3 === 1 && { paused: value % 3 === 0 }),
    ...(what % 5 === 2 && { hours: 1 + (value % 6) }),
    ...(what % 7 === 2 && { purposeAcknowledged: value % 4 !== 0 }),
    ...(what % 4 === 1 && { offered: someTopics(value) }),
    ...(what % 4 === 2 && { sought: someTopics(value) }),
    ...(by.role !== 'participant' && what % 8 === 5 && { seniority: value % 9 }),
  }
}

export const brief: Maker = (position) => {
  const { who, what, value } = position.choice
  const enrolment = pick(enrolments(position.cohort, what % 12 < 11), who)?.enrolled
  const trainer = value % 4 === 3 ? person(what) : undefined
  return {
    type: 'CompleteBriefing',
    ...stamp(trainer === undefined ? the.coordinator : self(trainer), position),
    enrolment: enrolment?.enrolment ?? id('enrolment', 99),
    ...(trainer !== undefined && value % 8 === 3 && { trainer }),
  }
}

export const leave: Maker = (position) => {
  const { who, what, value } = position.choice
  const enrolment = pick(enrolments(position.cohort, what % 4 < 3), who)?.enrolled
  const by = enrolment && value % 3 < 2 ? self(enrolment.participant) : the.coordinator
  return {
    type: 'WithdrawParticipant',
    ...stamp(by, position),
    enrolment: enrolment?.enrolment ?? id('enrolment', 99),
  }
}

export const erase: Maker = (position) => {
  const { who, value } = position.choice
  const participant = value === 98 ? the.manager : somebody(position, who)
  const by = value % 2 === 0 ? self(participant) : officer(value >> 1)
  return { type: 'EraseParticipant', ...stamp(by, position), participant }
}

export const conflict: Maker = (position) => {
  const { who, what, value } = position.choice
  const type = value % 3 === 2 ? 'LiftConflict' : 'DeclareConflict'
  return { type, ...stamp(self(somebody(position, who)), position), against: person(what) }
}

export const recordLines: Maker = (position) => {
  const { who, what, value } = position.choice
  const one = {
    participant: somebody(position, who),
    ...line(chain(value % 3 === 0 ? what : 0), what),
  }
  const above = {
    participant: person(what),
    ...line(value % 8 < 4 ? [person(who), the.manager] : [the.manager, person(who)], who),
  }
  const isOneAbove = value % 4 === 1
  return {
    type: 'RecordLines',
    ...stamp(officer(value), position),
    lines: isOneAbove ? [one, above] : [one],
  }
}

export const carryOver: Maker = (position) => {
  const { who, what } = position.choice
  const [first, second] = [person(who), person(what)].sort()
  return {
    type: 'CarryOver',
    ...stamp(the.system, position),
    pairs: first && second && first !== second ? [{ first, second }] : [],
  }
}

const purposes = ['communications', 'outcomes', 'talentSharing', 'identityMatching'] as const

/** A word on the use of one's data; there is always somebody who can say it. */
export const purpose = (position: Position): Command.Command => {
  const { who, what, value } = position.choice
  const type = value % 4 === 3 ? 'WithdrawConsent' : 'GiveConsent'
  return {
    type,
    ...stamp(self(somebody(position, who)), position),
    purpose: pickOf(purposes, what),
  }
}
