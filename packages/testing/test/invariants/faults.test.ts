import { Cohort, View, type Command, type Event } from '@reverse-mentoring/core'
import {
  arbitraryWalk,
  invariants,
  Scene,
  type AnyView,
  type Core,
  theCore,
} from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  blind,
  folding,
  lax,
  showing,
  strict,
  withEnrolments,
  withPairings,
  withPairs,
  withPeople,
  withSessions,
} from './faults.ts'

/** How many walks a fault is given to show itself. */
const numRuns = 2000

type Fault = readonly [rule: `INV${number}`, fault: string, core: Core]

const propose = ['ProposePairing', 'RecordMatching'] as const

const noPart = { enrolment: undefined, everEnrolled: false }

const proposes = (command: Command.Command): command is Command.ProposePairing =>
  command.type === 'ProposePairing'

const ofDecide: ReadonlyArray<Fault> = [
  [
    'INV1',
    'Enrol does not see that somebody is enrolled',
    blind(
      (c) =>
        withPeople(c, (p) => ({
          ...p,
          mentor: { ...p.mentor, ...noPart },
          mentee: { ...p.mentee, ...noPart },
        })),
      'Enrol',
    ),
  ],
  [
    'INV2',
    'ProposePairing takes one person for both',
    {
      ...theCore,
      decide: (command, cohort) => {
        if (!proposes(command)) return Cohort.decide(command, cohort)
        const person = Cohort.person(cohort, command.mentee)
        const isBoth =
          person?.mentor.enrolment !== undefined && person.mentee.enrolment !== undefined
        const { at, by, pairing, mentee } = command
        return isBoth && by.role === 'coordinator' && cohort.closedAt === undefined
          ? E.right([{ type: 'Matched', at, by, pairing, mentor: mentee, mentee, reasons: [] }])
          : Cohort.decide(command, cohort)
      },
    },
  ],
  [
    'INV3',
    'everybody seems senior to their mentor',
    blind(
      (c, command) =>
        withPeople(c, (p) => ({
          ...p,
          seniority: p.seniority && {
            ...p.seniority,
            value: proposes(command) && p.participant === command.mentee ? 99 : 0,
          },
        })),
      'ProposePairing',
    ),
  ],
  [
    'INV4',
    'lines are not seen',
    blind(
      (c) =>
        withPeople(c, (p) => ({ ...p, chain: { value: [], at: p.chain?.at ?? c.opened!.at } })),
      ...propose,
    ),
  ],
  [
    'INV5',
    'declared conflicts are not seen',
    blind((c) => withPairs(c, (p) => ({ ...p, declared: {} })), ...propose),
  ],
  [
    'INV5',
    'bars are not seen',
    blind((c) => withPairs(c, (p) => ({ ...p, barred: false })), ...propose),
  ],
  [
    'INV6',
    'capacity is not checked',
    blind(
      (c) => withEnrolments(c, (e) => ({ ...e, capacity: { ...e.capacity, value: 1000 } })),
      ...propose,
    ),
  ],
  [
    'INV41',
    'whoever says that they coordinate may',
    blind((c) => ({ ...c, coordinators: undefined }), 'Enrol', 'AmendEnrolment', 'CloseCohort'),
  ],
  [
    'INV41',
    'who is enrolled may coordinate',
    {
      ...theCore,
      decide: (command, cohort) => {
        const { role, id } = command.by
        if (role !== 'coordinator' || !Cohort.wasEnrolled(cohort, id)) {
          return Cohort.decide(command, cohort)
        }
        const answer = Cohort.decide({ ...command, by: Scene.the.system }, cohort)
        return E.map((events: ReadonlyArray<Event.CohortEvent>) =>
          events.map((event) => ({ ...event, by: command.by })),
        )(answer)
      },
    },
  ],
  [
    'INV7',
    'refusals are forgotten',
    blind((c) => withPairs(c, (p) => ({ ...p, refused: false })), ...propose),
  ],
  [
    'INV7',
    'live pairings of the two are not seen',
    blind((c) => withPairs(c, (p) => ({ ...p, live: undefined })), ...propose),
  ],
  [
    'INV7',
    'a mentee may choose the same mentor again',
    blind((c) => withPairs(c, (p) => ({ ...p, proposedBefore: false })), ...propose),
  ],
  [
    'INV8',
    'pauses are not seen',
    blind((c) => withEnrolments(c, (e) => ({ ...e, paused: undefined })), ...propose),
  ],
  [
    'INV8',
    'everybody seems briefed',
    blind(
      (c) =>
        withPeople(c, (p) => ({
          ...p,
          mentor: { ...p.mentor, briefed: true },
          mentee: { ...p.mentee, briefed: true },
        })),
      ...propose,
    ),
  ],
  ['INV9', 'a yes is taken after the end', lax('GiveConsent', 'PairingOver')],
  ['INV10', 'goals are agreed before both consented', lax('AgreeGoals', 'NotFormal')],
  ['INV10', 'other terms are agreed to', lax('GiveConsent', 'OtherTerms')],
  [
    'INV11',
    'a mentor may answer before they are asked',
    blind(
      (c) =>
        c.opened
          ? {
              ...c,
              opened: { ...c.opened, rules: { ...c.opened.rules, consultation: 'together' } },
            }
          : c,
      'GiveConsent',
    ),
  ],
  [
    'INV12',
    'no withdrawal before the deadline',
    strict(
      (c, cohort) =>
        c.type === 'WithdrawConsent' &&
        cohort.closedAt === undefined &&
        c.at < cohort.opened!.plannedEnd,
    ),
  ],
  ['INV13', 'a pairing that is over is ended again', lax('WithdrawConsent', 'PairingOver')],
  ['INV16', 'anybody consents for anybody', lax('GiveConsent', 'NotAllowed')],
  ['INV17', 'a session is held before both consented', lax('HoldSession', 'TooEarly')],
  ['INV17', 'a session is held after the end', lax('HoldSession', 'PairingOver')],
  ['INV18', 'a session ends twice', lax('HoldSession', 'SessionOver')],
  ['INV19', 'anybody says who cancelled', lax('CancelSession', 'NotAllowed')],
  ['INV21', 'Enrol does not see the close', lax('Enrol', 'CohortOver')],
  [
    'INV22',
    'a second close is recorded',
    blind((c) => ({ ...c, closedAt: undefined }), 'CloseCohort'),
  ],
  ['INV26', 'an id is taken twice', lax('GiveFeedback', 'IdTaken')],
  [
    'INV28',
    'the ids of practices are forgotten',
    blind((c) => ({ ...c, claims: Cohort.noCohort.claims }), 'SharePractice'),
  ],
  [
    'INV28',
    'the instants of conflicts are forgotten',
    blind((c) => withPairs(c, (p) => ({ ...p, declared: {} })), 'DeclareConflict', 'LiftConflict'),
  ],
  [
    'INV28',
    'the instants of capacity and pause are forgotten',
    blind(
      (c) =>
        withEnrolments(c, (e) => ({
          ...e,
          capacity: { ...e.capacity, at: c.opened!.at },
          paused: undefined,
        })),
      'AmendEnrolment',
    ),
  ],
  [
    'INV28',
    'a yes may be said twice',
    blind(
      (c) =>
        withPairings(c, (p) => ({
          ...p,
          answers: {
            mentor: { yes: undefined, no: undefined },
            mentee: { ...p.answers.mentee, yes: p.answers.mentee.yes },
          },
        })),
      'GiveConsent',
    ),
  ],
  ['INV29', 'a stale draft is recorded', lax('RecordMatching', 'StaleDraft')],
  ['INV38', 'codes that are not listed are taken', lax('SharePractice', 'UnknownCode')],
  ['INV38', 'reasons that are not to be told are recorded', lax('RecordMatching', 'UnknownCode')],
]

const reviving = folding((after, event, before) => {
  if (event.type !== 'ConsentWithdrawn' || event.purpose !== 'pairing') return after
  const was = Cohort.pairing(before, event.pairing)
  return was?._tag === 'Ended' || was === undefined
    ? after
    : withPairings(after, (p) =>
        p._tag === 'Ended' && p.pairing !== was.pairing ? { ...p, at: event.at } : p,
      )
})

const ofEvolve: ReadonlyArray<Fault> = [
  [
    'INV13',
    'a late yes revives a pairing that is over',
    folding((after, event, before) => {
      if (event.type !== 'ConsentGiven' || event.purpose !== 'pairing') return after
      const was = Cohort.pairing(before, event.pairing)
      const revived = was && { ...was, _tag: 'Proposed' as const }
      return was?._tag !== 'Ended' || revived === undefined
        ? after
        : withPairings(after, (p) => (p.pairing === was.pairing ? revived : p))
    }),
  ],
  [
    'INV36',
    'a conflict that is lifted leaves the pair free',
    folding((after, event, before) => {
      if (event.type !== 'ConflictDeclared') return after
      const { refused } = Cohort.pair(before, event.by.id, event.against)
      return withPairs(after, (p) =>
        event.by.id in p.declared && !refused ? { ...p, refused } : p,
      )
    }),
  ],
  [
    'INV10',
    'one consent makes a pairing formal',
    folding((after) =>
      withPairings(after, (p) =>
        p._tag === 'Proposed' && p.answers.mentee.yes !== undefined
          ? { ...p, _tag: 'Formal', formalAt: p.answers.mentee.yes }
          : p,
      ),
    ),
  ],
  [
    'INV11',
    'a proposal is shown to its mentor at once',
    folding((after) =>
      after.opened === undefined
        ? after
        : {
            ...after,
            opened: {
              ...after.opened,
              rules: { ...after.opened.rules, consultation: 'mentee-first' },
            },
            pairings: withPairings(after, (p) =>
              p._tag === 'Ended' && p.answers.mentee.yes === undefined
                ? { ...p, answers: { ...p.answers, mentee: { ...p.answers.mentee, yes: p.at } } }
                : p,
            ).pairings,
          },
    ),
  ],
  ['INV13', 'a later refusal moves the end of others', reviving],
  [
    'INV14',
    'who refuses is paused',
    folding((after, event) =>
      event.type === 'ConsentWithdrawn' && event.purpose === 'pairing'
        ? withEnrolments(after, (e) =>
            e.enrolled.participant === event.by.id
              ? { ...e, paused: { value: true, at: event.at } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV14',
    'who withholds identityMatching is not ready',
    folding((after, event) =>
      event.type === 'ConsentGiven' && event.purpose === 'identityMatching'
        ? withEnrolments(after, (e) =>
            e.enrolled.participant === event.by.id
              ? { ...e, capacity: { ...e.capacity, value: e.capacity.value + 1 } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV15',
    'the place of a mentor who said no is not freed',
    folding((after, event, before) =>
      event.type === 'ConsentWithdrawn' &&
      event.purpose === 'pairing' &&
      Cohort.pairing(before, event.pairing)?.mentor === event.by.id
        ? { ...after, people: before.people }
        : after,
    ),
  ],
  [
    'INV18',
    'a cancelled session is open again',
    folding((after, event) =>
      event.type === 'SessionCancelled'
        ? withSessions(after, (s) =>
            s.session === event.session ? { ...s, status: { ...s.status, value: 'open' } } : s,
          )
        : after,
    ),
  ],
  [
    'INV20',
    'a reopened session stays counted',
    folding((after, event, before) =>
      event.type === 'SessionReopened' ? { ...after, sessions: before.sessions } : after,
    ),
  ],
  [
    'INV21',
    'a close leaves pairings alive',
    folding((after, event) =>
      event.type === 'CohortClosed' ? { ...after, closedAt: undefined } : after,
    ),
  ],
  [
    'INV22',
    'a second close moves the first',
    folding((after, event) =>
      event.type === 'CohortClosed' ? { ...after, closedAt: event.at } : after,
    ),
  ],
  [
    'INV23',
    'a fold that remembers what it saw',
    folding((after, event) =>
      event.type === 'SessionScheduled'
        ? withEnrolments(after, (e) => ({
            ...e,
            capacity: { ...e.capacity, value: e.capacity.value + 1 },
          }))
        : after,
    ),
  ],
  [
    'INV24',
    'a roster in which the order of arrival shows',
    folding((after, event) =>
      event.type === 'EnrolmentAmended'
        ? withEnrolments(after, (e) =>
            e.enrolled.enrolment === event.enrolment
              ? { ...e, capacity: { ...e.capacity, value: Cohort.sessions(after).length } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV25',
    'sessions are counted as often as they are told',
    folding((after, event) =>
      event.type === 'FeedbackGiven'
        ? withEnrolments(after, (e) => ({
            ...e,
            capacity: { ...e.capacity, value: e.capacity.value + 1 },
          }))
        : after,
    ),
  ],
  [
    'INV26',
    'a fold that throws on what it does not know',
    folding((after, event) => {
      if (event.type === 'SessionCancelled' && Cohort.session(after, event.session) === undefined)
        throw new Error('unknown')
      return after
    }),
  ],
  [
    'INV27',
    'lines leave proposals alive',
    folding((after, event, before) =>
      event.type === 'LinesRecorded' ? { ...after, pairings: before.pairings } : after,
    ),
  ],
  [
    'INV37',
    'an erasure leaves pairings alive',
    folding((after, event, before) =>
      event.type === 'ParticipantErased' ? { ...after, pairings: before.pairings } : after,
    ),
  ],
]

const withoutTouching = (view: AnyView): AnyView => ({
  ...view,
  touched: (event, before, after) =>
    event.type === 'ParticipantErased' ? [] : view.touched(event, before, after),
})

const ofViews: ReadonlyArray<Fault> = [
  [
    'INV15',
    'a board that shows who is awaited',
    showing(
      View.pairingBoard,
      (row, cohort, key) =>
        row && {
          ...row,
          awaits:
            Cohort.pairing(cohort, key as typeof row.pairing)?.answers.mentee.yes === undefined
              ? 'mentee'
              : 'mentor',
        },
    ),
  ],
  [
    'INV19',
    'momentum counts what the programme cancelled',
    showing(
      View.momentum,
      (row) => row && { ...row, inARow: { ...row.inARow, total: row.cancelled } },
    ),
  ],
  ['INV23', 'an erasure touches no row', { ...theCore, views: theCore.views.map(withoutTouching) }],
  [
    'INV27',
    'a board without conflicts',
    showing(View.pairingBoard, (row) => row && { ...row, conflict: false }),
  ],
  [
    'INV35',
    'a calendar with topics',
    showing(View.sessionCalendar, (row) => row && { ...row, byMentor: [] }),
  ],
  [
    'INV35',
    'a calendar with ratings',
    showing(View.sessionCalendar, (row) => row && { ...row, rating: 3 }),
  ],
  [
    'INV15',
    'a pairing of one’s own that tells a conflict from a withdrawal',
    showing(View.myPairings, (row, cohort) => {
      const is = row && Cohort.pairing(cohort, row.pairing)
      return row && { ...row, cause: is?._tag === 'Ended' && is.because === 'declared' }
    }),
  ],
  [
    'INV36',
    'a board that shows who declared',
    showing(
      View.pairingBoard,
      (row, cohort) =>
        row && { ...row, private: Cohort.pair(cohort, row.mentor, row.mentee).declared },
    ),
  ],
  [
    'INV36',
    'a board that tells a conflict from a withdrawal',
    showing(View.pairingBoard, (row, cohort, key) => {
      const is = row && Cohort.pairing(cohort, key as typeof row.pairing)
      return row && { ...row, cause: is?._tag === 'Ended' && is.because === 'declared' }
    }),
  ],
  [
    'INV37',
    'a roster that keeps the erased',
    showing(
      View.cohortRoster,
      (row, cohort, key) =>
        row ?? Cohort.enrolment(cohort, key as View.RosterRow['enrolment'])?.enrolled,
    ),
  ],
]

const withK = (cohort: Cohort.Cohort, k: number): Cohort.Cohort => ({
  ...cohort,
  ...(cohort.opened && { opened: { ...cohort.opened, rules: { ...cohort.opened.rules, k } } }),
})

const publishing = (publish: Core['publish']): Core => ({ ...theCore, publish })

/** What is told for one person too, of such figures. */
const whereOne =
  (isToldOfOne: (figure: string) => boolean): Core['publish'] =>
  (cohort, asOf, earlier) => {
    const publication = View.publishMetrics(cohort, asOf, earlier)
    const more = View.publishMetrics(withK(cohort, 1), asOf).figures.filter(
      ({ figure }) =>
        isToldOfOne(figure) && publication.figures.every((told) => told.figure !== figure),
    )
    return { ...publication, figures: [...publication.figures, ...more] }
  }

const withEveryTopic: Core['publish'] = (cohort, asOf, earlier) => {
  const publication = View.publishMetrics(cohort, asOf, earlier)
  const topics = Cohort.sessions(cohort).flatMap(({ ending }) =>
    ending?.type === 'SessionHeld' ? ending.byMentor : [],
  )
  const figures = [...new Set(topics)].map((topic) => ({
    figure: `topic ${topic}`,
    ...{ total: 1, people: 1, since: asOf },
  }))
  return { ...publication, figures: [...publication.figures, ...figures] }
}

const ofPublications: ReadonlyArray<Fault> = [
  [
    'INV34',
    'a publication that knows none before',
    publishing((cohort, asOf) => View.publishMetrics(cohort, asOf)),
  ],
  [
    'INV34',
    'a publication that knows the last one only',
    publishing((cohort, asOf, earlier) => View.publishMetrics(cohort, asOf, earlier?.slice(-1))),
  ],
  [
    'INV34',
    'head counts of one person',
    publishing(whereOne((figure) => ['enrolled', 'matched', 'formal', 'met'].includes(figure))),
  ],
  [
    'INV34',
    'counts of sessions of one person',
    publishing(whereOne((figure) => figure.startsWith('sessions'))),
  ],
  ['INV34', 'topics of whoever talked of them', publishing(withEveryTopic)],
]

/** Whether some walk shows the fault to an invariant of the rule; not shrunk, for only that it is found matters here. */
const isCaught = (rule: string, core: Core): boolean => {
  const ofRule = invariants.filter((invariant) => invariant.rule === rule)
  const keeps = fc.property(arbitraryWalk(core, { maxLength: 60 }), (walk) =>
    ofRule.every(({ broken }) => broken(walk, core) === undefined),
  )
  return fc.check(keeps, { numRuns, seed: 42, endOnFailure: true }).failed
}

describe('a planted fault is caught', () => {
  for (const [rule, fault, core] of [...ofDecide, ...ofEvolve, ...ofViews, ...ofPublications]) {
    test(`${rule}: ${fault}`, () => expect(isCaught(rule, core)).toBe(true))
  }
})
