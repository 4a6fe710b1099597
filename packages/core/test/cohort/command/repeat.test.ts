import type { Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'
import {
  F,
  B,
  briefed,
  cancelled,
  code,
  coordinator,
  e,
  e2,
  enrolled,
  enrolment,
  held,
  m,
  m2,
  other,
  ready,
  reopened,
  said,
  says,
  scheduled,
  self,
  session,
  withdrew,
} from '../scene.ts'

describe('A repeat is recognised', () => {
  test('of an answer about the programme, by somebody who has left since', () => {
    const answer = {
      feedback: other(1),
      question: code('heard'),
      occasion: 'half',
      rating: 4,
      themes: [],
    } as const
    const gave: Event.FeedbackGiven = { type: 'FeedbackGiven', ...said(self(m), 9), ...answer }
    const left = [...B, gave, withdrew(m, 10)]
    given(...left)
      .when({ type: 'GiveFeedback', ...says(self(m), 9), ...answer })
      .then()
    given(...left)
      .when({ type: 'GiveFeedback', ...says(self(m), 11), ...answer, feedback: other(2) })
      .thenRefused({ _tag: 'NotAllowed', by: self(m) })
  })

  test('of a briefing, by a mentor who has left since', () => {
    const trains = { type: 'CompleteBriefing', ...says(self(m), 9) } as const
    const done = { ...briefed(e2), ...said(self(m), 9), trainer: m }
    const left = [...B, enrolled(e2, 'mentee'), done, withdrew(m, 10), ...ready(m2, 'mentor')]
    given(...left)
      .when({ ...trains, enrolment: enrolment(4) })
      .then()
    given(...left, enrolled(other(1), 'mentee', { enrolment: enrolment(50) }))
      .when({ ...trains, enrolment: enrolment(50) })
      .thenRefused({ _tag: 'NotAllowed', by: self(m) })
  })

  test('of a reopening, though the other party has recorded anew since', () => {
    const again = [...F, scheduled(1, 1, m, 5, 29), held(1, 1, m, 30, 29), reopened(1, m, 40)]
    const past = [...again, cancelled(1, e, 50)]
    const reopens = { type: 'ReopenSession', session: session(1) } as const
    given(...past)
      .when({ ...reopens, ...says(self(m), 40) })
      .thenRefused({ _tag: 'Superseded' })
    given(...past)
      .when({ ...reopens, ...says(self(m), 60) })
      .thenRefused({ _tag: 'NotAllowed', by: self(m) })
    given(...past)
      .when({ ...reopens, ...says(coordinator, 60) })
      .then({ ...reopened(1, m, 60), by: coordinator })
  })
})
