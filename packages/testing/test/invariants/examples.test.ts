import { Cohort, Matching, View, type Command, type Event } from '@reverse-mentoring/core'
import { given, invariants, Scene, theCore, walkAlong, walkOver } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'

const { asks, at, B, cancelled, closed, code, declared, ended, enrolled, enrolmentOf } = Scene
const { erased, F, held, id, lines, no, opened, P, ready, reopened, said, scheduled } = Scene
const { self, the, yes } = Scene

type Events = ReadonlyArray<Event.CohortEvent>

const fold = (...events: Events) => Cohort.foldCohort(events)

/** What those who run the cohort see of its one pairing. */
const board = (...events: Events) => {
  const cohort = fold(...events)
  const row = View.viewRows(View.pairingBoard, cohort).get(the.pairing)
  const header = View.frameOf(cohort)
  return row && header && View.showPairing(row, header)
}

const momentum = (...events: Events) => {
  const cohort = fold(...events)
  const row = View.viewRows(View.momentum, cohort).get(the.pairing)
  const header = View.frameOf(cohort)
  return row && header && View.showMomentum(row, header, at(100))
}

const says = (
  type: 'GiveConsent' | 'WithdrawConsent',
  purpose: Event.Purpose,
  hours: number,
): Command.Command => ({ type, ...asks(self(the.mentor), hours), purpose })

const said_ = (
  type: 'ConsentGiven' | 'ConsentWithdrawn',
  purpose: Event.Purpose,
  hours: number,
): Event.CohortEvent => ({ type, ...said(self(the.mentor), hours), purpose })

const withdraw = (who: typeof the.mentor, hours: number): Command.Command => ({
  type: 'WithdrawConsent',
  ...asks(self(who), hours),
  purpose: 'pairing',
  pairing: the.pairing,
})

describe('INV12', () => {
  test('a withdrawal is not refused for its instant', () => {
    given(...F)
      .when(withdraw(the.mentor, 0))
      .then(no(the.mentor, 1, 0))
  })

  test('a mentor who was asked may say no', () => {
    given(...P, yes(the.mentee, 1, 3))
      .when(withdraw(the.mentor, 4))
      .then(no(the.mentor, 1, 4))
  })
})

describe('INV14', () => {
  const pool = (...events: Events) => Matching.matchingPool(fold(...events), new Map())

  test('a no forbids the pair, and takes nobody out of the next draft', () => {
    const { forbidden, ...after } = pool(...P, no(the.mentee, 1, 3))
    const { forbidden: _none, ...lapsed } = pool(...P, ended(1, 'lapsed', 3))
    expect(forbidden).toEqual([{ first: the.mentor, second: the.mentee }])
    expect(after).toEqual(lapsed)
  })

  test('waiting time does not depend on how a proposal ended', () => {
    const waiting = (...events: Events) => pool(...events).mentees[0]?.waitingSince
    expect(waiting(...P, no(the.mentee, 1, 3))).toBe(at(1))
    expect(waiting(...P, ended(1, 'programme', 3))).toBe(at(1))
  })
})

describe('INV15', () => {
  test('a yes of the mentee moves nothing on the board', () => {
    expect(board(...P, yes(the.mentee, 1, 3))).toEqual(board(...P))
  })

  test('who of the two said no is not shown', () => {
    const mentor = board(...P, yes(the.mentee, 1, 3), no(the.mentor, 1, 5))
    expect(mentor).toEqual(board(...P, no(the.mentee, 1, 5)))
  })
})

describe('INV19 and INV20', () => {
  const plan = [1, 2, 3].map((n) => scheduled(n, 1, the.mentor, 5, 10 * n))

  test('a late held session in between breaks the run', () => {
    const run = [cancelled(1, the.mentee, 6), cancelled(3, the.mentee, 7)]
    expect(momentum(...F, ...plan, ...run)).toMatchObject({ flagged: true, level: 'stalled' })
    const late = held(2, 1, the.mentor, 40, 20)
    expect(momentum(...F, ...plan, ...run, late)).toMatchObject({
      flagged: false,
      level: 'slipping',
    })
  })

  test('what the programme cancels, and what is reopened, does not count', () => {
    const byProgramme = { ...cancelled(2, the.mentee, 7), by: the.coordinator }
    const run = [cancelled(1, the.mentee, 6), { ...byProgramme, cancelledBy: 'programme' as const }]
    expect(momentum(...F, ...plan, ...run)?.inARow.total).toBe(1)
    const both = [cancelled(1, the.mentee, 6), cancelled(2, the.mentee, 7)]
    expect(momentum(...F, ...plan, ...both, reopened(2, the.mentee, 8))?.inARow.total).toBe(1)
  })
})

describe('INV22', () => {
  test('a second close adds nothing', () => {
    given(...F, closed(50))
      .when({ type: 'CloseCohort', ...asks(the.coordinator, 60) })
      .then()
    expect(board(...F, closed(50), closed(60))).toEqual(board(...F, closed(50)))
  })
})

describe('INV24', () => {
  test('two pairings that share nobody may answer in any order', () => {
    const second = [
      ...ready(the.secondMentor, 'mentor'),
      ...ready(the.secondMentee, 'mentee'),
      Scene.matched(2, the.secondMentor, the.secondMentee),
    ]
    const [first, other] = [yes(the.mentee, 1, 3), yes(the.secondMentee, 2, 3)]
    const rows = (...events: Events) => [...View.viewRows(View.pairingBoard, fold(...events))]
    expect(rows(...P, ...second, first, other)).toEqual(rows(...P, ...second, other, first))
  })
})

describe('INV26', () => {
  test('a history that begins in the middle folds to nothing', () => {
    expect(fold(...F.slice(1)).opened).toBeUndefined()
    expect(Cohort.pairings(fold(...F.slice(1)))).toEqual([])
  })
})

describe('INV27', () => {
  test('a line flags a formal pairing and ends a proposal', () => {
    const line = lines(the.mentor, [the.mentee], 5)
    expect(board(...F, line)).toMatchObject({ state: 'formal', conflict: true })
    expect(board(...P, line)).toMatchObject({ state: 'will-not-go-ahead', endedAt: at(5) })
    const gone = lines(the.mentor, [], 6)
    expect(board(...F, line, gone)).toMatchObject({ state: 'formal', conflict: false })
  })
})

describe('INV28', () => {
  const practice = {
    practice: id('practice', 1),
    topics: [code('data')],
  }
  const shared = { type: 'PracticeShared', ...said(self(the.mentor), 5), ...practice } as const
  const share = { type: 'SharePractice', ...asks(self(the.mentor), 9), ...practice } as const

  test('own id: the same adds nothing, other content is taken', () => {
    given(...B, shared)
      .when(share)
      .then()
    given(...B, shared)
      .when({ ...share, topics: [code('design')] })
      .thenRefused({ _tag: 'IdTaken', id: id('practice', 1) })
  })

  test('current value: a late one is superseded, a newer one is recorded', () => {
    const amended = (capacity: number, hours: number) => ({
      enrolment: enrolmentOf(the.mentor, 'mentor'),
      capacity,
      hours,
    })
    const event = ({ hours, ...of }: ReturnType<typeof amended>) =>
      ({ type: 'EnrolmentAmended', ...said(the.coordinator, hours), ...of }) as const
    const command = ({ hours, ...of }: ReturnType<typeof amended>) =>
      ({ type: 'AmendEnrolment', ...asks(the.coordinator, hours), ...of }) as const
    const past = [...B, event(amended(2, 10)), event(amended(1, 20))]
    given(...past)
      .when(command(amended(2, 10)))
      .thenRefused({ _tag: 'Superseded' })
    given(...past)
      .when(command(amended(1, 30)))
      .then(event(amended(1, 30)))
  })

  test('once: the first yes again, even after the end', () => {
    given(...F, no(the.mentor, 1, 9))
      .when({
        type: 'GiveConsent',
        ...asks(self(the.mentee), 3),
        purpose: 'pairing',
        pairing: the.pairing,
        terms: 1,
      })
      .then()
  })

  test('withdrawal of a purpose: over a later consent, and once', () => {
    const given_ = [...B, said_('ConsentGiven', 'outcomes', 415)]
    given(...given_)
      .when(says('WithdrawConsent', 'outcomes', 390))
      .then(said_('ConsentWithdrawn', 'outcomes', 390))
    given(...B, said_('ConsentWithdrawn', 'outcomes', 390), said_('ConsentGiven', 'outcomes', 415))
      .when(says('WithdrawConsent', 'outcomes', 390))
      .then()
  })
})

describe('INV36', () => {
  test('a conflict reads as a withdrawal, whoever declared it', () => {
    const withdrawn = board(...F, no(the.mentor, 1, 9))
    expect(board(...F, declared(the.mentor, the.mentee, 9))).toEqual(withdrawn)
    expect(board(...F, declared(the.mentee, the.mentor, 9))).toEqual(withdrawn)
  })
})

describe('INV37', () => {
  test('the erased leave the roster and the next draft, and the pairing stays a count', () => {
    const cohort = fold(...F, erased(the.mentee, 9))
    expect(View.viewRows(View.cohortRoster, cohort).size).toBe(1)
    expect(Matching.matchingPool(cohort, new Map()).mentees).toEqual([])
    expect(View.viewRows(View.momentum, cohort).size).toBe(1)
  })
})

describe('a history of one’s own', () => {
  test('is judged by every invariant', () => {
    const walk = walkOver([...F, held(1, 1, the.mentor, 9, 4)])
    const broken = invariants.filter((invariant) => invariant.broken(walk, theCore) !== undefined)
    expect(broken.map(({ rule }) => rule)).toEqual(['INV17'])
  })

  test('so are commands', () => {
    const { type: _type, ...opening } = opened()
    const { type: _enrolled, ...enrolment } = enrolled(the.mentor, 'mentor')
    const walk = walkAlong([
      { type: 'OpenCohort', ...opening },
      { type: 'Enrol', cohort: the.cohort, ...enrolment },
      { type: 'CloseCohort', ...asks(the.coordinator, 5) },
    ])
    expect(walk.events).toHaveLength(3)
    expect(invariants.filter((one) => one.broken(walk, theCore) !== undefined)).toEqual([])
  })
})
