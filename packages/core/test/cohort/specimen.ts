import { Command, Values, type Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { valuesOf } from '../arbitrary.ts'
import {
  at,
  cancelled,
  closed,
  code,
  cohort,
  coordinator,
  e,
  e3,
  enrolled,
  enrolment,
  held,
  m,
  m2,
  matched,
  opening,
  pairing,
  participant,
  ready,
  said,
  scheduled,
  self,
  session,
  system,
  yes,
} from './scene.ts'

/** A command as somebody may give it, in many shapes, and what has to come of it. */
export interface Specimen {
  readonly type: Command.CommandType
  /** How a repeat of it is known: INV28. */
  readonly repeats: 'own id' | 'current value' | 'once' | 'withdrawal'
  readonly past: ReadonlyArray<Event.CohortEvent>
  readonly orders: fc.Arbitrary<Command.Command>
  readonly events: (order: never) => ReadonlyArray<Event.CohortEvent>
}

type Order<T extends Command.CommandType> = Extract<Command.Command, { readonly type: T }>

/** Hours of a command, after all that is past. */
const hours = fc.integer({ min: 700, max: 50_000 })
const instants = hours.map(at)
const topics = fc.subarray([code('data'), code('design')])
const staff = fc.constantFrom(coordinator, system)
const parties = fc.constantFrom(self(m), self(e))
const one = fc.constant

/** Commands of a type with any content, but for these fields. */
const orders = <T extends Command.CommandType>(
  type: T,
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Order<T>> =>
  fc
    .tuple(
      valuesOf(Command.commands[type]),
      fc.record({ cohort: one(cohort), at: instants, ...fields }),
    )
    .map(([any, fixed]) => {
      const merged: Readonly<Record<string, unknown>> = { ...(any as object), ...fixed }
      const present = Object.entries(merged).filter(([, value]) => value !== undefined)
      return Object.fromEntries(present) as unknown as Order<T>
    })

const specimen = <T extends Command.CommandType>(
  type: T,
  repeats: Specimen['repeats'],
  past: ReadonlyArray<Event.CohortEvent>,
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  events: (order: Order<T>) => ReadonlyArray<Event.CohortEvent>,
  rule: (order: Order<T>) => Order<T> = (order) => order,
): Specimen => ({ type, repeats, past, orders: orders(type, fields).map(rule), events })

const B = [
  opening({ selfMatch: true }),
  ...ready(m, 'mentor'),
  ...ready(e, 'mentee', { capacity: 2 }),
  ...ready(m2, 'mentor'),
  enrolled(e3, 'mentee'),
]
const P = [...B, matched(1, m, e)]
const F = [...P, yes(e, 1, 3), yes(m, 1, 4)]
const planned = [...F, scheduled(1, 1, m, 5, 800)]
const over = [
  ...B,
  { type: 'ConsentGiven', ...said(self(m), 3), purpose: 'outcomes' } as const,
  closed(600),
]

const atPairing = { purpose: one('pairing'), pairing: one(pairing(1)), terms: one(1) }
const uses = fc.constantFrom('identityMatching', 'communications', 'talentSharing', 'outcomes')
const aUse = { by: parties, purpose: uses, pairing: one(undefined), terms: one(undefined) }
const sessions = one([{ session: session(9), pairing: pairing(1) }])

/** A session is planned for later than it is planned, within a year. */
const ahead = <O extends Order<'ScheduleSession'> | Order<'RescheduleSession'>>(order: O): O => ({
  ...order,
  start: Values.plusMillis(order.at, 1 + (Values.millis(order.start) % (Values.DAY * 365))),
})

const noticeTo = (start: Values.Instant, at_: Values.Instant): number =>
  Math.max(0, Math.floor((Values.millis(start) - Values.millis(at_)) / Values.HOUR))

/** The event with the content of the command. */
const same =
  (type: Event.EventType) =>
  ({ cohort: _cohort, ...content }: Command.Command) => [
    { ...content, type } as unknown as Event.CohortEvent,
  ]

const sound = (order: Order<'OpenCohort'>): Order<'OpenCohort'> => {
  const { codes, rules, start } = order
  const once = <A>(list: ReadonlyArray<A>) => [...new Set(list)]
  return {
    ...order,
    plannedEnd: Values.plusDays(start, 90),
    rules: {
      ...rules,
      leastSessions: 1,
      gates: { ...rules.gates, briefing: once(rules.gates.briefing) },
    },
    codes: {
      topics: once(codes.topics),
      goals: once(codes.goals),
      objectives: once(codes.objectives),
      questions: once(codes.questions),
      themes: once(codes.themes),
      policies: once(codes.policies),
      rules: codes.rules.slice(0, 1).map(({ code: of, disclosure }) => ({ code: of, disclosure })),
    },
  }
}

/** A start that leaves a day of the years 0 to 9999 after it. */
const years = fc.integer({ min: 0, max: 9_000 }).map((n) => at(n * 24))

export const specimens: ReadonlyArray<Specimen> = [
  specimen(
    'OpenCohort',
    'own id',
    [],
    { by: one(coordinator), start: years },
    (order) => [{ ...order, type: 'CohortOpened' }],
    sound,
  ),
  specimen('CloseCohort', 'once', F, { by: one(coordinator) }, same('CohortClosed')),
  specimen(
    'NameCoordinators',
    'current value',
    F,
    {
      by: staff,
      coordinators: fc
        .uniqueArray(fc.integer({ min: 91, max: 999 }).map(participant), { maxLength: 99 })
        .map((ids) => [coordinator.id, ...ids].sort()),
    },
    same('CoordinatorsNamed'),
  ),
  specimen(
    'ExtendCodes',
    'once',
    F,
    {
      by: one(coordinator),
      codes: fc
        .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 99 })
        .map((numbers) => numbers.map((n) => code(`added-${String(n)}`))),
    },
    same('CodesExtended'),
  ),
  specimen(
    'Enrol',
    'own id',
    B,
    { by: staff, participant: one(participant(70)), offered: topics, sought: topics },
    ({ cohort: _cohort, ...order }) => [
      { ...order, type: 'Enrolled', ...(order.external && { chain: [] }) },
    ],
    ({ chain, direct, ...order }) => {
      const above = order.external ? [] : chain
      const isSound = direct?.every((manager) => above?.includes(manager) === true)
      return {
        ...order,
        ...(chain !== undefined && { chain: above }),
        ...(direct !== undefined && isSound === true && { direct }),
      }
    },
  ),
  specimen(
    'AmendEnrolment',
    'current value',
    B,
    {
      by: staff,
      enrolment: one(enrolment(1)),
      offered: topics,
      sought: topics,
      seniority: fc.integer({ min: -9, max: 9 }),
    },
    same('EnrolmentAmended'),
  ),
  specimen(
    'CompleteBriefing',
    'once',
    B,
    { by: one(self(m)), enrolment: one(enrolment(6)), trainer: fc.constantFrom(undefined, m) },
    ({ cohort: _cohort, ...order }) => [{ ...order, type: 'BriefingCompleted', trainer: m }],
  ),
  specimen(
    'WithdrawParticipant',
    'once',
    F,
    { by: fc.constantFrom(self(m), coordinator), enrolment: one(enrolment(1)) },
    same('ParticipantWithdrew'),
  ),
  specimen(
    'EraseParticipant',
    'once',
    F,
    { by: staff, participant: fc.constantFrom(m, e, m2) },
    same('ParticipantErased'),
  ),
  specimen('DeclareConflict', 'current value', F, { by: parties }, same('ConflictDeclared')),
  specimen('LiftConflict', 'current value', F, { by: parties }, same('ConflictLifted')),
  specimen(
    'RecordLines',
    'current value',
    F,
    {
      by: staff,
      lines: fc
        .tuple(fc.uniqueArray(fc.constantFrom(m, e, m2), { minLength: 1 }), fc.uuid())
        .map(([people, above]) => people.map((id) => ({ participant: id, chain: [above] }))),
    },
    same('LinesRecorded'),
  ),
  specimen(
    'CarryOver',
    'once',
    B,
    {
      by: one(system),
      pairs: fc.constantFrom(
        [{ first: m, second: e }],
        [
          { first: m, second: participant(70) },
          { first: e, second: m2 },
        ],
      ),
    },
    same('PairsBarred'),
  ),
  specimen(
    'RecordMatching',
    'own id',
    B,
    {
      by: staff,
      policy: one(code('topics-first')),
      pairs: fc
        .record({
          pairing: one(pairing(1)),
          mentor: fc.constantFrom(m, m2),
          mentee: one(e),
          reasons: fc.subarray([code('topics')]),
          score: fc.nat(),
        })
        .map((pair) => [pair]),
      unmatched: fc.subarray([
        { participant: m2, role: 'mentor' as const, reason: 'spread' as const },
        {
          participant: m2,
          role: 'mentee' as const,
          reason: 'limit' as const,
          limit: code('topics'),
        },
      ]),
      part: fc.constantFrom(1, 2),
      of: fc.constantFrom(2, 3),
    },
    ({ cohort: _cohort, pairs, part = 1, of = 1, ...order }) => [
      ...pairs.map((pair) => ({
        ...pair,
        type: 'Matched' as const,
        at: order.at,
        by: order.by,
        run: order.run,
      })),
      { ...order, type: 'MatchingRan', part, of, pairs: pairs.length },
    ],
    ({ unmatched, ...order }) => ({
      ...order,
      unmatched: unmatched.map(({ limit, ...left }) =>
        limit === undefined ? left : { ...left, limit: code('topics') },
      ),
    }),
  ),
  specimen(
    'ProposePairing',
    'own id',
    B,
    {
      by: fc.constantFrom(coordinator, self(e)),
      mentor: fc.constantFrom(m, m2),
      mentee: one(e),
      terms: one(1),
    },
    ({ cohort: _cohort, terms: _terms, ...order }) => [
      { ...order, type: 'Matched', reasons: [] },
      ...(order.by.role === 'participant'
        ? [{ ...yes(e, 1, 0), at: order.at, pairing: order.pairing }]
        : []),
    ],
    ({ differs, ...order }) => ({
      ...order,
      ...(differs !== undefined && order.by.role === 'coordinator' && { differs }),
    }),
  ),
  specimen('GiveConsent', 'once', P, { by: one(self(e)), ...atPairing }, same('ConsentGiven')),
  specimen('GiveConsent', 'current value', B, aUse, same('ConsentGiven')),
  specimen(
    'WithdrawConsent',
    'once',
    F,
    { by: parties, ...atPairing, terms: one(undefined) },
    same('ConsentWithdrawn'),
  ),
  specimen('WithdrawConsent', 'withdrawal', B, aUse, same('ConsentWithdrawn')),
  specimen(
    'LapseProposal',
    'once',
    P,
    { by: one(system), pairing: one(pairing(1)) },
    ({ cohort: _cohort, ...order }) => [{ ...order, type: 'PairingEnded', reason: 'lapsed' }],
  ),
  specimen('EndPairing', 'once', F, { by: staff, pairing: one(pairing(1)) }, same('PairingEnded')),
  specimen(
    'AgreeGoals',
    'current value',
    F,
    {
      by: parties,
      pairing: one(pairing(1)),
      goals: fc.subarray([code('listen'), code('try')]),
    },
    same('GoalsAgreed'),
  ),
  specimen(
    'ScheduleSession',
    'own id',
    F,
    { by: parties, sessions, start: instants },
    ({ cohort: _cohort, sessions: some, ...order }) =>
      some.map((its) => ({ ...order, ...its, type: 'SessionScheduled' })),
    ahead,
  ),
  specimen(
    'RescheduleSession',
    'current value',
    planned,
    { by: parties, sessions: one([session(1)]), start: instants },
    ({ cohort: _cohort, sessions: some, ...order }) =>
      some.map((id) => ({ ...order, session: id, type: 'SessionRescheduled' })),
    ahead,
  ),
  specimen(
    'HoldSession',
    'own id',
    planned,
    {
      by: parties,
      sessions: fc.constantFrom(
        [{ session: session(1), pairing: pairing(1) }],
        [{ session: session(9), pairing: pairing(1) }],
      ),
      meeting: one(undefined),
      began: fc.integer({ min: 10, max: 600 }).map(at),
      byMentor: topics,
      byMentee: topics,
    },
    ({ cohort: _cohort, sessions: some, ...order }) =>
      some.map((its) => ({ ...order, ...its, type: 'SessionHeld' })),
  ),
  specimen(
    'CancelSession',
    'current value',
    planned,
    { by: parties, session: one(session(1)), cancelledBy: fc.constantFrom('mentor', 'mentee') },
    ({ cohort: _cohort, ...order }) => [
      { ...order, type: 'SessionCancelled', notice: noticeTo(at(800), order.at) },
    ],
  ),
  specimen(
    'ReopenSession',
    'current value',
    [...planned, cancelled(1, e, 300), held(2, 1, e, 301, 300)],
    {
      by: fc.constantFrom(self(e), coordinator),
      session: fc.constantFrom(session(1), session(2)),
    },
    same('SessionReopened'),
  ),
  specimen(
    'GiveFeedback',
    'own id',
    planned,
    {
      by: parties,
      pairing: one(pairing(1)),
      session: fc.constantFrom(undefined, session(1)),
      question: fc.constantFrom(code('heard'), code('useful')),
      themes: fc.subarray([code('time'), code('trust')]),
    },
    same('FeedbackGiven'),
  ),
  specimen('SharePractice', 'own id', B, { by: one(self(m)), topics }, same('PracticeShared')),
  specimen('NominateCandidate', 'own id', B, { by: one(self(m)) }, same('CandidateNominated')),
  specimen('RaiseConcern', 'own id', B, { by: parties }, same('ConcernRaised')),
  specimen(
    'ObserveOutcome',
    'own id',
    over,
    { by: staff, participant: one(m) },
    same('OutcomeObserved'),
  ),
]
