import type { Command } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'
import {
  B,
  F,
  P,
  closed,
  code,
  coordinator,
  e,
  m,
  m2,
  other,
  pairing,
  said,
  says,
  self,
  session,
  withdrew,
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
