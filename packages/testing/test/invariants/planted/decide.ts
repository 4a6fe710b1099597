import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import { Scene, theCore, type Core } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import {
  blind,
  lax,
  strict,
  withEnrolments,
  withPairings,
  withPairs,
  withPeople,
  type Fault,
} from './fault.ts'

const propose = ['ProposePairing', 'RecordMatching'] as const

const noPart = { enrolment: undefined, everEnrolled: false }

const proposes = (command: Command.Command): command is Command.ProposePairing =>
  command.type === 'ProposePairing'

/** Pairs that could be recorded each alone are recorded together. */
const judgedSingly: Core = {
  ...theCore,
  decide: (command, cohort) => {
    if (command.type !== 'RecordMatching') return Cohort.decide(command, cohort)
    const isSingly = command.pairs.every((pair) =>
      E.isRight(Cohort.decide({ ...command, pairs: [pair] }, cohort)),
    )
    return (isSingly ? lax('RecordMatching', 'StaleDraft') : theCore).decide(command, cohort)
  },
}

export const ofDecide: ReadonlyArray<Fault> = [
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
  ['INV6', 'the pairs of a draft are judged each by itself', judgedSingly],
  ['INV38', 'codes that are not listed are taken', lax('SharePractice', 'UnknownCode')],
  ['INV38', 'reasons that are not to be told are recorded', lax('RecordMatching', 'UnknownCode')],
]
