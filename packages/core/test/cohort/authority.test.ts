import { Cohort, Command, type Event, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  at,
  boss,
  cancelled,
  closed,
  code,
  cohort,
  coordinator,
  deputy,
  e,
  e2,
  e3,
  enrolled,
  enrolment,
  erased,
  held,
  m,
  m2,
  m3,
  matched,
  meeting,
  named,
  opening,
  other,
  pairing,
  participant,
  ready,
  run,
  said,
  says,
  scheduled,
  self,
  session,
  system,
  withdrew,
  yes,
} from './scene.ts'

/** Open to self-match: pairing 1 of mentor and mentee is to be, another mentor is free, and one mentee is not briefed. */
const world = (rules: Partial<Event.Rules> = {}): ReadonlyArray<Event.CohortEvent> => [
  opening({ selfMatch: true, ...rules }),
  ...ready(m, 'mentor'),
  ...ready(e, 'mentee', { capacity: 2 }),
  ...ready(m2, 'mentor'),
  ...ready(m3, 'mentor'),
  enrolled(e3, 'mentee'),
]
const proposed = (rules?: Partial<Event.Rules>) => [...world(rules), matched(1, m, e)]
const asked = [...proposed(), yes(e, 1, 3)]
const formal = (rules?: Partial<Event.Rules>) => [...proposed(rules), yes(e, 1, 3), yes(m, 1, 4)]
const planned = (rules?: Partial<Event.Rules>) => [...formal(rules), scheduled(1, 1, m, 5, 900)]
const joint = [...formal({ scheduler: 'mentor' }), matched(2, m2, e), yes(e, 2, 3), yes(m2, 2, 4)]
const over = [
  ...world(),
  { type: 'ConsentGiven', ...said(self(m), 3), purpose: 'outcomes' } as const,
  closed(600),
]

const { seniority: _s, chain: _c, ...own } = enrolled(m, 'mentee', { enrolment: enrolment(50) })
const enrol = { ...own, type: 'Enrol' } as const
const amend = { type: 'AmendEnrolment', enrolment: enrolment(1), hours: 3 } as const
const first = [{ session: session(1), pairing: pairing(1) }]
const both = [...first, { session: session(2), pairing: pairing(2) }]
const plan = { start: at(950), minutes: 30 }
const schedule = { type: 'ScheduleSession', sessions: first, ...plan, mode: 'remote' } as const
const reschedule = { type: 'RescheduleSession', sessions: [session(1)], ...plan } as const
const hold = {
  type: 'HoldSession',
  sessions: first,
  began: at(600),
  minutes: 30,
  byMentor: [],
  byMentee: [],
} as const
const cancel = { type: 'CancelSession', session: session(1) } as const
const feedback = {
  type: 'GiveFeedback',
  feedback: other(1),
  question: code('heard'),
  occasion: 'half',
  rating: 3,
  themes: [],
} as const
const proposal = {
  type: 'ProposePairing',
  pairing: pairing(1),
  mentor: m,
  mentee: e,
  terms: 1,
} as const
const aboutPairing = { purpose: 'pairing', pairing: pairing(1) } as const
const { cohort: _cohort, type: _type, at: _at, by: _by, ...rules } = opening()

type Order<C> = C extends unknown ? Omit<C, 'cohort' | 'at' | 'by'> : never
type Row = readonly [
  name: string,
  past: ReadonlyArray<Event.CohortEvent>,
  order: Order<Command.Command>,
  cells: string,
]

// The mentor, the mentee, another mentor, a stranger, a coordinator, a system:
// ✓ may, · may not, ? is told that there is no such thing.
const table: ReadonlyArray<Row> = [
  ['OpenCohort', [], { type: 'OpenCohort', ...rules }, '· · · · ✓ ·'],
  ['CloseCohort', world(), { type: 'CloseCohort' }, '· · · · ✓ ·'],
  [
    'NameCoordinators',
    world(),
    { type: 'NameCoordinators', coordinators: [deputy.id] },
    '· · · · ✓ ✓',
  ],
  [
    'NameCoordinators, after the close',
    over,
    { type: 'NameCoordinators', coordinators: [deputy.id] },
    '· · · · ✓ ✓',
  ],
  [
    'ExtendCodes',
    world(),
    { type: 'ExtendCodes', list: 'goals', codes: [code('added')] },
    '· · · · ✓ ·',
  ],
  ['Enrol (the mentor, in their second role)', world(), enrol, '✓ · · · ✓ ✓'],
  ['Enrol, with seniority', world(), { ...enrol, seniority: 2 }, '· · · · ✓ ✓'],
  ['Enrol, with chain', world(), { ...enrol, chain: [boss] }, '· · · · ✓ ✓'],
  [
    'Enrol, with direct managers',
    world(),
    { ...enrol, chain: [boss], direct: [boss] },
    '· · · · ✓ ✓',
  ],
  ['Enrol, with waiting time', world(), { ...enrol, waitingSince: at(-9) }, '· · · · ✓ ✓'],
  ['Enrol, as external', world(), { ...enrol, external: true }, '· · · · ✓ ✓'],
  ['AmendEnrolment (the mentor’s)', world(), amend, '✓ · · · ✓ ✓'],
  ['AmendEnrolment, with seniority', world(), { ...amend, seniority: 3 }, '· · · · ✓ ✓'],
  [
    'CompleteBriefing (somebody’s)',
    world(),
    { type: 'CompleteBriefing', enrolment: enrolment(6) },
    '✓ · ✓ · ✓ ·',
  ],
  [
    'CompleteBriefing, with the other mentor as trainer',
    world(),
    { type: 'CompleteBriefing', enrolment: enrolment(6), trainer: m2 },
    '· · ✓ · ✓ ·',
  ],
  [
    'CompleteBriefing (the mentor’s, in their second role)',
    [...world(), { ...own, type: 'Enrolled' }],
    { type: 'CompleteBriefing', enrolment: enrolment(50) },
    '· · ✓ · ✓ ·',
  ],
  [
    'WithdrawParticipant (the mentor’s)',
    world(),
    { type: 'WithdrawParticipant', enrolment: enrolment(1) },
    '✓ · · · ✓ ·',
  ],
  [
    'EraseParticipant (the mentor)',
    world(),
    { type: 'EraseParticipant', participant: m },
    '✓ · · · ✓ ✓',
  ],
  ['DeclareConflict', world(), { type: 'DeclareConflict', against: e3 }, '✓ ✓ ✓ · · ·'],
  ['LiftConflict', world(), { type: 'LiftConflict', against: e3 }, '✓ ✓ ✓ · · ·'],
  [
    'RecordLines',
    world(),
    { type: 'RecordLines', lines: [{ participant: m, chain: [boss] }] },
    '· · · · ✓ ✓',
  ],
  ['CarryOver', world(), { type: 'CarryOver', pairs: [{ first: m, second: e }] }, '· · · · · ✓'],
  [
    'RecordMatching',
    world(),
    {
      type: 'RecordMatching',
      run: run(1),
      basedOn: 9,
      policy: code('topics-first'),
      policyVersion: '1' as Values.Version,
      seed: 1,
      digest: 'a'.repeat(64) as Values.Digest,
      unmatched: [],
      pairs: [],
    },
    '· · · · ✓ ✓',
  ],
  ['ProposePairing, where a mentee may choose', world(), proposal, '· ✓ · · ✓ ·'],
  ['ProposePairing, where none may', world({ selfMatch: false }), proposal, '· · · · ✓ ·'],
  [
    'GiveConsent, to a proposal that waits for the mentee',
    proposed(),
    { type: 'GiveConsent', ...aboutPairing, terms: 1 },
    '? ✓ · · · ·',
  ],
  [
    'GiveConsent, to a proposal that waits for the mentor',
    asked,
    { type: 'GiveConsent', ...aboutPairing, terms: 1 },
    '✓ = · · · ·',
  ],
  [
    'GiveConsent, to a proposal to both at once',
    proposed({ consultation: 'together' }),
    { type: 'GiveConsent', ...aboutPairing, terms: 1 },
    '✓ ✓ · · · ·',
  ],
  ['GiveConsent, to a use', world(), { type: 'GiveConsent', purpose: 'outcomes' }, '✓ ✓ ✓ · · ·'],
  [
    'WithdrawConsent, from a proposal that waits for the mentee',
    proposed(),
    { type: 'WithdrawConsent', ...aboutPairing },
    '? ✓ · · · ·',
  ],
  [
    'WithdrawConsent, from a formal pairing',
    formal(),
    { type: 'WithdrawConsent', ...aboutPairing },
    '✓ ✓ · · · ·',
  ],
  [
    'WithdrawConsent, from a use',
    world(),
    { type: 'WithdrawConsent', purpose: 'communications' },
    '✓ ✓ ✓ · · ·',
  ],
  ['LapseProposal', proposed(), { type: 'LapseProposal', pairing: pairing(1) }, '· · · · · ✓'],
  [
    'EndPairing',
    formal(),
    { type: 'EndPairing', pairing: pairing(1), reason: 'programme' },
    '· · · · ✓ ✓',
  ],
  ['AgreeGoals', formal(), { type: 'AgreeGoals', pairing: pairing(1), goals: [] }, '✓ ✓ · · · ·'],
  ['ScheduleSession, by either', formal(), schedule, '✓ ✓ · · · ·'],
  ['ScheduleSession, by the mentor', formal({ scheduler: 'mentor' }), schedule, '✓ · · · · ·'],
  ['ScheduleSession, by the mentee', formal({ scheduler: 'mentee' }), schedule, '· ✓ · · · ·'],
  [
    'ScheduleSession, of a joint meeting',
    joint,
    { ...schedule, sessions: both, meeting: meeting(1) },
    '· ✓ · · · ·',
  ],
  ['RescheduleSession, by either', planned(), reschedule, '✓ ✓ · · · ·'],
  ['RescheduleSession, by the mentor', planned({ scheduler: 'mentor' }), reschedule, '✓ · · · · ·'],
  ['RescheduleSession, by the mentee', planned({ scheduler: 'mentee' }), reschedule, '· ✓ · · · ·'],
  ['HoldSession, by either', planned(), hold, '✓ ✓ · · · ·'],
  ['HoldSession, by the mentor', planned({ scheduler: 'mentor' }), hold, '✓ · · · · ·'],
  ['HoldSession, by the mentee', planned({ scheduler: 'mentee' }), hold, '· ✓ · · · ·'],
  [
    'HoldSession, of a joint meeting',
    joint,
    { ...hold, sessions: both, meeting: meeting(1) },
    '· ✓ · · · ·',
  ],
  ['CancelSession, by the mentor', planned(), { ...cancel, cancelledBy: 'mentor' }, '✓ ✓ · · · ·'],
  ['CancelSession, by the mentee', planned(), { ...cancel, cancelledBy: 'mentee' }, '✓ ✓ · · · ·'],
  [
    'CancelSession, by the programme',
    planned(),
    { ...cancel, cancelledBy: 'programme' },
    '· · · · ✓ ·',
  ],
  [
    'ReopenSession, that the mentor recorded as held',
    [...formal(), held(1, 1, m, 300, 200)],
    { type: 'ReopenSession', session: session(1) },
    '✓ · · · ✓ ·',
  ],
  [
    'ReopenSession, that the mentee cancelled',
    [...planned(), cancelled(1, e, 300)],
    { type: 'ReopenSession', session: session(1) },
    '· ✓ · · ✓ ·',
  ],
  ['GiveFeedback, of a pairing', formal(), { ...feedback, pairing: pairing(1) }, '✓ ✓ · · · ·'],
  ['GiveFeedback, of the programme', world(), feedback, '✓ ✓ ✓ · · ·'],
  [
    'SharePractice',
    world(),
    { type: 'SharePractice', practice: other(2), topics: [] },
    '✓ · ✓ · · ·',
  ],
  [
    'SharePractice, by a mentor who left',
    [...world(), withdrew(m, 5)],
    { type: 'SharePractice', practice: other(2), topics: [] },
    '✓ · ✓ · · ·',
  ],
  [
    'NominateCandidate',
    world(),
    { type: 'NominateCandidate', nomination: other(3), candidate: e2, role: 'mentee' },
    '✓ · ✓ · · ·',
  ],
  [
    'RaiseConcern',
    world(),
    { type: 'RaiseConcern', concern: other(4), text: other(5) },
    '✓ ✓ ✓ · · ·',
  ],
  [
    'ObserveOutcome (the mentor’s)',
    over,
    { type: 'ObserveOutcome', outcome: other(6), participant: m, month: 6, kind: 'stayed' },
    '· · · · ✓ ✓',
  ],
]

const actors: ReadonlyArray<readonly [string, Values.Actor]> = [
  ['the mentor', self(m)],
  ['the mentee', self(e)],
  ['another mentor', self(m2)],
  ['a stranger', self(participant(80))],
  ['a coordinator', coordinator],
  ['a system', system],
]

const answerTo = (
  past: ReadonlyArray<Event.CohortEvent>,
  order: Order<Command.Command>,
  by: Values.Actor,
) => Cohort.decide({ ...order, ...says(by, 700) }, Cohort.foldCohort(past))

const cellOf = (answer: ReturnType<typeof answerTo>): string => {
  if (E.isRight(answer)) return answer.right.length > 0 ? '✓' : '='
  if (answer.left._tag === 'UnknownPairing') return '?'
  return answer.left._tag === 'NotAllowed' ? '·' : answer.left._tag
}

test.each(table)('%s', (_name, past, order, cells) => {
  expect(actors.map(([, by]) => cellOf(answerTo(past, order, by))).join(' ')).toBe(cells)
})

test('The table has every command', () => {
  const types = new Set(table.map(([, , order]) => order.type))
  expect([...types].sort()).toEqual(Object.keys(Command.commands).sort())
})

describe('Whoever is or was enrolled', () => {
  const rows = table.filter(([, past, order]) => past.length > 0 && order.type !== 'OpenCohort')

  test.each(rows)('does not coordinate: %s', (_name, past, order) => {
    const by = { role: 'coordinator', id: m3 } as const
    const among = named(640, coordinator.id, m3)
    for (const history of [past, [...past, withdrew(m3, 650)], [...past, among]]) {
      expect(answerTo(history, order, by)).toEqual(E.left({ _tag: 'NotAllowed', by }))
    }
  })

  test.each(rows)('coordinates only while they are named: %s', (_name, past, order) => {
    const instead = [...past, named(640, deputy.id)]
    expect(answerTo(past, order, deputy)).toEqual(E.left({ _tag: 'NotAllowed', by: deputy }))
    expect(cellOf(answerTo(instead, order, deputy))).toBe(
      cellOf(answerTo(past, order, coordinator)),
    )
    expect(cellOf(answerTo(instead, order, coordinator))).toBe('·')
  })

  test.each(rows)('does nothing once they are erased: %s', (_name, past, order) => {
    for (const id of [m, e, m2]) {
      const by = self(id)
      const isOwnErasure = order.type === 'EraseParticipant' && order.participant === id
      expect(answerTo([...past, erased(id, 650)], order, by)).toEqual(
        isOwnErasure ? E.right([]) : E.left({ _tag: 'NotAllowed', by }),
      )
    }
  })
})

test('A command about another cohort finds none', () => {
  for (const [, past, order] of table) {
    if (order.type === 'OpenCohort') continue
    for (const [, by] of actors) {
      const command = { ...order, ...says(by, 700), cohort: other(99) } as Command.Command
      const unknown = { _tag: 'UnknownCohort', cohort: other(99) as Values.CohortId } as const
      expect(Cohort.decide(command, Cohort.foldCohort(past))).toEqual(E.left(unknown))
      expect(Cohort.decide(command, Cohort.noCohort)).toEqual(E.left(unknown))
    }
  }
  expect(cohort).not.toBe(other(99))
})
