import type { Values } from '@reverse-mentoring/core'
import { remembered } from './remembered.ts'

/** What an id stands for; the letter shows in the id itself. */
const kinds = {
  participant: '1',
  enrolment: '2',
  pairing: '3',
  session: '4',
  meeting: '5',
  run: '6',
  feedback: '7',
  practice: '8',
  nomination: '9',
  concern: 'a',
  outcome: 'b',
  text: 'c',
  programme: 'd',
  cohort: 'e',
} as const

/** The type of an id by its kind. */
export interface Ids {
  readonly participant: Values.ParticipantId
  readonly enrolment: Values.EnrolmentId
  readonly pairing: Values.PairingId
  readonly session: Values.SessionId
  readonly meeting: Values.MeetingId
  readonly run: Values.RunId
  readonly feedback: Values.FeedbackId
  readonly practice: Values.PracticeId
  readonly nomination: Values.NominationId
  readonly concern: Values.ConcernId
  readonly outcome: Values.OutcomeId
  readonly text: Values.TextId
  readonly programme: Values.ProgrammeId
  readonly cohort: Values.CohortId
}

const made = Object.fromEntries(
  Object.entries(kinds).map(([kind, letter]) => [
    kind,
    remembered((n) => `${letter}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  ]),
) as Readonly<Record<keyof Ids, (n: number) => string>>

/** The n-th id of a kind: always the same, and easy to tell from others in a diff. */
export const id = <Kind extends keyof Ids>(kind: Kind, n: number): Ids[Kind] =>
  made[kind](n) as Ids[Kind]

/** A code of a list. */
export const code = (text: string): Values.Code => text as Values.Code
