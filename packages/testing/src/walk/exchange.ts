import { Cohort } from '@reverse-mentoring/core'
import { code, id } from '../scene/ids.ts'
import { self, the } from '../scene/the.ts'
import { pick, pickOf } from './choice.ts'
import {
  officer,
  pairings,
  party,
  person,
  someTopics,
  stamp,
  type Maker,
  somebody,
} from './pool.ts'

export const feedback: Maker = (position) => {
  const { who, what, value } = position.choice
  const tags = value % 10 === 9 ? (['Proposed'] as const) : (['Formal', 'Ended'] as const)
  const pairing = value % 4 === 3 ? undefined : pick(pairings(position.cohort, ...tags), who)
  const session = value % 3 === 0 ? pairing?.sessions.first() : undefined
  return {
    type: 'GiveFeedback',
    ...stamp(
      pairing === undefined ? self(somebody(position, who)) : party(pairing, what),
      position,
    ),
    feedback: id('feedback', 1 + what),
    question: value === 99 ? code('unheard-of') : pickOf([code('heard'), code('useful')], what),
    occasion: pickOf(['start', 'half', 'end', 'session'], value),
    rating: 1 + (value % 5),
    themes: value % 2 === 0 ? [code('time')] : [],
    ...(pairing !== undefined && { pairing: pairing.pairing }),
    ...(session !== undefined && { session }),
    ...(value % 7 === 0 && { text: id('text', 1 + what) }),
  }
}

export const practice: Maker = (position) => {
  const { who, what, value } = position.choice
  return {
    type: 'SharePractice',
    ...stamp(self(somebody(position, who, 'mentor')), position),
    practice: id('practice', 1 + what),
    topics: someTopics(value),
    ...(value % 2 === 0 && { text: id('text', 200 + what) }),
  }
}

export const nominate: Maker = (position) => {
  const { who, what, value } = position.choice
  return {
    type: 'NominateCandidate',
    ...stamp(self(somebody(position, who, 'mentor')), position),
    nomination: id('nomination', 1 + what),
    candidate: value % 2 === 0 ? id('participant', 20 + what) : person(value),
    role: pickOf(['mentor', 'mentee'], value),
  }
}

export const concern: Maker = (position) => {
  const { who, what } = position.choice
  return {
    type: 'RaiseConcern',
    ...stamp(self(somebody(position, who)), position),
    concern: id('concern', 1 + what),
    text: id('text', 400 + what),
  }
}

/** What became of somebody who agreed to be observed, or of anybody. */
export const outcome: Maker = (position) => {
  const { who, what, value } = position.choice
  const agreed = Cohort.people(position.cohort).filter(
    ({ purposes }) => purposes.outcomes?.standing === true,
  )
  const someone = value % 4 < 3 ? pick(agreed, who)?.participant : undefined
  return {
    type: 'ObserveOutcome',
    ...stamp(officer(value), position),
    outcome: id('outcome', 1 + what),
    participant: someone ?? (value === 99 ? the.manager : somebody(position, who)),
    month: pickOf([6, 12], value),
    kind: pickOf(['promoted', 'moved', 'stayed', 'left'], what),
  }
}

export const close: Maker = (position) => ({
  type: 'CloseCohort',
  ...stamp(the.coordinator, position),
})
