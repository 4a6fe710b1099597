import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  B,
  F,
  P,
  closed,
  code,
  coordinator,
  e,
  e2,
  held,
  m,
  m2,
  matched,
  other,
  pairing,
  ready,
  said,
  says,
  self,
  session,
  withdrew,
  yes,
} from '../scene.ts'

describe('Feedback', () => {
  const feedback = {
    type: 'GiveFeedback',
    ...says(self(e), 9),
    feedback: other(1),
    pairing: pairing(1),
    question: code('heard'),
    occasion: 'session',
    rating: 4,
    themes: [],
  } as const

  test('is of a pairing that was formal', () => {
    given(...P)
      .when(feedback)
      .thenRefused({ _tag: 'NotFormal', pairing: pairing(1) })
  })

  test('names a session of that pairing, or none', () => {
    const unknown = { _tag: 'UnknownSession', session: session(5) } as const
    given(...F)
      .when({ ...feedback, session: session(5) })
      .thenRefused(unknown)
    const { pairing: _pairing, ...programme } = feedback
    given(...F)
      .when({ ...programme, session: session(5) })
      .thenRefused(unknown)
  })

  test('names no session of another pairing', () => {
    const apart = [
      ...F,
      ...ready(m2, 'mentor'),
      ...ready(e2, 'mentee'),
      matched(2, m2, e2),
      yes(e2, 2, 3),
      yes(m2, 2, 4),
      held(2, 2, m2, 8, 7),
    ]
    given(...apart)
      .when({ ...feedback, session: session(2) })
      .thenRefused({ _tag: 'UnknownSession', session: session(2) })
  })

  test('is counted apart for each session', () => {
    const { cohort: _cohort, ...content } = feedback
    const answer = (n: number): Event.FeedbackGiven => ({
      ...content,
      type: 'FeedbackGiven',
      feedback: other(n),
      session: session(n),
    })
    const state = Cohort.foldCohort([
      ...F,
      held(1, 1, m, 6, 5),
      held(2, 1, m, 8, 7),
      answer(1),
      answer(2),
    ])
    expect(Cohort.feedback(state).length).toBe(2)
  })

  test('answers questions and names themes that the cohort has', () => {
    given(...F)
      .when({ ...feedback, question: code('golf') })
      .thenRefused({ _tag: 'UnknownCode', code: code('golf'), list: 'questions' })
    given(...F)
      .when({ ...feedback, themes: [code('golf')] })
      .thenRefused({ _tag: 'UnknownCode', code: code('golf'), list: 'themes' })
  })

  test('goes on when its author has left, of the pairing but not of the programme', () => {
    const { cohort: _cohort, type: _type, ...content } = feedback
    given(...F, withdrew(e, 8))
      .when(feedback)
      .then({ ...content, type: 'FeedbackGiven' })
    const { pairing: _pairing, ...programme } = feedback
    given(...F, withdrew(e, 8))
      .when(programme)
      .thenRefused({ _tag: 'NotAllowed', by: self(e) })
  })
})

test('A practice is of topics that the cohort has', () => {
  given(...B)
    .when({
      type: 'SharePractice',
      ...says(self(m), 9),
      practice: other(1),
      topics: [code('golf')],
    })
    .thenRefused({ _tag: 'UnknownCode', code: code('golf'), list: 'topics' })
})

describe('An outcome', () => {
  const observe: Command.Command = {
    type: 'ObserveOutcome',
    ...says(coordinator, 900),
    outcome: other(1),
    participant: m,
    month: 12,
    kind: 'promoted',
  }
  const agreed = { type: 'ConsentGiven', ...said(self(m), 3), purpose: 'outcomes' } as const
  const withdrawn = { ...agreed, ...said(self(m), 800), type: 'ConsentWithdrawn' } as const

  test('is observed after the close', () => {
    given(...B, agreed)
      .when(observe)
      .thenRefused({ _tag: 'TooEarly' })
  })

  test('is observed with the standing consent of its subject, who may change it after the close', () => {
    const refusal = { _tag: 'NoConsent', purpose: 'outcomes' } as const
    given(...B, closed(600))
      .when(observe)
      .thenRefused(refusal)
    given(...B, agreed, closed(600), withdrawn)
      .when(observe)
      .thenRefused(refusal)
  })

  test('of somebody who was never here is nobody’s', () => {
    given(...B, closed(600))
      .when({ ...observe, participant: m2 })
      .thenRefused({ _tag: 'UnknownParticipant', participant: m2 })
  })
})
