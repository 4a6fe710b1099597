import { Cohort } from '@reverse-mentoring/core'
import { given } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import {
  B,
  F,
  P,
  agrees,
  at,
  closed,
  cohort,
  coordinator,
  e,
  e2,
  ended,
  enrolment,
  held,
  hold,
  m,
  matched,
  no,
  opening,
  other,
  pairing,
  ready,
  refuses,
  said,
  says,
  schedule,
  scheduled,
  self,
  system,
  yes,
} from '../scene.ts'

const unknown = { _tag: 'UnknownPairing', pairing: pairing(1) } as const
const over = { _tag: 'PairingOver', pairing: pairing(1) } as const

const purpose = (name: 'communications' | 'outcomes' | 'talentSharing', hour: number) =>
  ({ ...said(self(m), hour), purpose: name }) as const
const gives = (name: 'communications' | 'outcomes' | 'talentSharing', hour: number) =>
  ({ type: 'GiveConsent', cohort, ...purpose(name, hour) }) as const
const withdraws = (name: 'communications' | 'outcomes' | 'talentSharing', hour: number) =>
  ({ type: 'WithdrawConsent', cohort, ...purpose(name, hour) }) as const
const gave = (name: 'communications' | 'outcomes', hour: number) =>
  ({ type: 'ConsentGiven', ...purpose(name, hour) }) as const
const withdrawn = (name: 'communications' | 'outcomes' | 'talentSharing', hour: number) =>
  ({ type: 'ConsentWithdrawn', ...purpose(name, hour) }) as const

const feedback = (by: typeof m, hour: number) =>
  ({
    ...says(self(by), hour),
    type: 'GiveFeedback',
    feedback: other(1),
    pairing: pairing(1),
    question: opening().codes.questions[0]!,
    occasion: 'end',
    rating: 4,
    themes: [],
  }) as const

describe('A mentor who was not asked', () => {
  test('cannot agree: to them there is no such pairing', () => {
    given(...P)
      .when(agrees(m, 1, 3))
      .thenRefused(unknown)
  })

  test('cannot say no either', () => {
    given(...P)
      .when(refuses(m, 1, 3))
      .thenRefused(unknown)
  })

  test('lowers their capacity to 0 as if nothing were there, and the proposal lives on', () => {
    const amended = {
      type: 'EnrolmentAmended',
      ...said(self(m), 3),
      enrolment: enrolment(1),
      capacity: 0,
    } as const
    given(...P)
      .when({ ...amended, cohort, type: 'AmendEnrolment' })
      .then(amended)
    given(...P, amended)
      .when(agrees(e, 1, 4))
      .then(yes(e, 1, 4))
  })

  test('never learns that the mentee said no', () => {
    given(...P, no(e, 1, 3))
      .when(agrees(m, 1, 4))
      .thenRefused(unknown)
  })

  test('is told of no such pairing by any command about it, live or over', () => {
    const histories = [P, [...P, no(e, 1, 3)], [...P, ended(1, 'lapsed', 400)]]
    for (const history of histories) {
      const when = given(...history).when
      when({
        type: 'AgreeGoals',
        ...says(self(m), 500),
        pairing: pairing(1),
        goals: [],
      }).thenRefused(unknown)
      when(schedule(scheduled(1, 1, m, 500, 600))).thenRefused(unknown)
      when(feedback(m, 500)).thenRefused(unknown)
      when(hold(held(1, 1, m, 500, 499))).thenRefused(unknown)
    }
  })
})

describe('A mentee whose mentor said no', () => {
  const past = [...P, yes(e, 1, 3), no(m, 1, 4)]

  test('learns of every way to go on that the pairing is over, and not why', () => {
    const when = given(...past).when
    when(refuses(e, 1, 5)).thenRefused(over)
    when({ type: 'AgreeGoals', ...says(self(e), 5), pairing: pairing(1), goals: [] }).thenRefused(
      over,
    )
    when(schedule(scheduled(1, 1, e, 5, 9))).thenRefused(over)
    when(feedback(e, 5)).thenRefused(over)
  })

  test('may send the first yes again', () => {
    given(...past)
      .when(agrees(e, 1, 3))
      .then()
  })

  test('and a coordinator hears the same as after their own no', () => {
    const end = {
      type: 'EndPairing',
      ...says(coordinator, 5),
      pairing: pairing(1),
      reason: 'conflict',
    } as const
    given(...past)
      .when(end)
      .thenRefused(over)
    given(...P, no(e, 1, 4))
      .when(end)
      .thenRefused(over)
  })
})

describe('A yes to a pairing', () => {
  test('said twice adds nothing', () => {
    given(...P, yes(e, 1, 10))
      .when(agrees(e, 1, 11))
      .then()
  })

  test('to other terms is refused, also as a repeat', () => {
    given(...P, yes(e, 1, 10))
      .when(agrees(e, 1, 11, 2))
      .thenRefused({ _tag: 'OtherTerms', asked: 1 })
  })

  test('is welcome after the deadline until the lapse is recorded', () => {
    const past = [...B, matched(1, m, e, 222)]
    given(...past)
      .when(agrees(e, 1, 222 + 15 * 24))
      .then(yes(e, 1, 222 + 15 * 24))
  })
})

describe('A proposal lapses', () => {
  const past = [...B, matched(1, m, e, 222)]
  const lapse = (hour: number) =>
    ({ type: 'LapseProposal', ...says(system, hour), pairing: pairing(1) }) as const

  test('not an hour after it was made', () => {
    given(...past)
      .when(lapse(223))
      .thenRefused({ _tag: 'TooEarly', after: at(222 + 14 * 24) })
  })

  test('after the deadline', () => {
    given(...past)
      .when(lapse(222 + 14 * 24))
      .then(ended(1, 'lapsed', 222 + 14 * 24))
  })
})

describe('A consent to one use of data', () => {
  test('that was withdrawn is not given again by a repeat of the first command', () => {
    given(...B, gave('communications', 10), withdrawn('communications', 20))
      .when(gives('communications', 10))
      .thenRefused({ _tag: 'Superseded' })
  })

  test('that was given after a withdrawal still stands when that withdrawal arrives again', () => {
    const past = [...B, withdrawn('outcomes', 390), gave('outcomes', 415)]
    given(...past)
      .when(withdraws('outcomes', 390))
      .then()
    given(...past, closed(420))
      .when({
        type: 'ObserveOutcome',
        ...says(coordinator, 430),
        outcome: other(5),
        participant: m,
        month: 6,
        kind: 'stayed',
      })
      .then({
        type: 'OutcomeObserved',
        ...said(coordinator, 430),
        outcome: other(5),
        participant: m,
        month: 6,
        kind: 'stayed',
      })
  })

  test('can be withdrawn where nothing stands, and a late yes does not undo it', () => {
    given(...B)
      .when(withdraws('outcomes', 121))
      .then(withdrawn('outcomes', 121))
    given(...B, withdrawn('outcomes', 121))
      .when(gives('outcomes', 50))
      .thenRefused({ _tag: 'Superseded' })
  })
})

describe('After the close', () => {
  const past = [...F, closed(50)]

  test('a session that was held by then is recorded', () => {
    given(...past)
      .when(hold(held(1, 1, m, 60, 50)))
      .then(held(1, 1, m, 60, 50))
  })

  test('a consent to one use of data is withdrawn', () => {
    given(...past)
      .when(withdraws('talentSharing', 51))
      .then(withdrawn('talentSharing', 51))
  })

  test('feedback is given', () => {
    const { cohort: _cohort, type: _type, ...content } = feedback(m, 51)
    given(...past)
      .when(feedback(m, 51))
      .then({ type: 'FeedbackGiven', ...content })
  })

  test('no pairing lives', () => {
    const state = Cohort.foldCohort(past)
    expect(Cohort.pairing(state, pairing(1))).toMatchObject({
      _tag: 'Ended',
      at: at(50),
      because: 'closed',
    })
  })
})

describe('A mentee who may choose', () => {
  const open = [
    opening({ selfMatch: true }),
    ...ready(m, 'mentor'),
    ...ready(e, 'mentee'),
    ...ready(e2, 'mentee'),
  ]
  const chooses = (who: typeof e, p: number, hour: number) =>
    ({
      type: 'ProposePairing',
      ...says(self(who), hour),
      pairing: pairing(p),
      mentor: m,
      mentee: who,
      terms: 1,
    }) as const
  const chosen = [{ ...matched(1, m, e, 3), by: self(e) }, yes(e, 1, 3)]
  const refusal = { _tag: 'NotAdmissible', mentor: m, mentee: e2 } as const

  test('proposes, and agrees in the same breath', () => {
    given(...open)
      .when(chooses(e, 1, 3))
      .then(...chosen)
  })

  test('is not told that a mentor has no place, for that tells of somebody else’s proposal', () => {
    given(...open, matched(1, m, e))
      .when(chooses(e2, 2, 3))
      .thenRefused(refusal)
  })

  test('chooses a mentor once, whether the mentor said no or never answered', () => {
    const again = { _tag: 'NotAdmissible', mentor: m, mentee: e } as const
    given(...open, ...chosen, no(m, 1, 5))
      .when(chooses(e, 2, 400))
      .thenRefused(again)
    given(...open, ...chosen, ended(1, 'lapsed', 399))
      .when(chooses(e, 2, 400))
      .thenRefused(again)
  })
})
