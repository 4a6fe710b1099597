import type { Command } from '@reverse-mentoring/core'
import { at, code, cohort, e, enrolment, m, other, pairing, run, self, session } from './scene.ts'

type Tag = Command.Refusal['_tag']

/** One of each, so that a new refusal is missed here first. */
const samples: { readonly [T in Tag]: Extract<Command.Refusal, { readonly _tag: T }> } = {
  NotAllowed: { _tag: 'NotAllowed', by: self(m) },
  UnknownCohort: { _tag: 'UnknownCohort', cohort },
  UnknownParticipant: { _tag: 'UnknownParticipant', participant: m },
  UnknownEnrolment: { _tag: 'UnknownEnrolment', enrolment: enrolment(1) },
  UnknownPairing: { _tag: 'UnknownPairing', pairing: pairing(1) },
  UnknownSession: { _tag: 'UnknownSession', session: session(1) },
  PairingOver: { _tag: 'PairingOver', pairing: pairing(1) },
  EnrolmentOver: { _tag: 'EnrolmentOver', enrolment: enrolment(1) },
  SessionOver: { _tag: 'SessionOver', session: session(1) },
  CohortOver: { _tag: 'CohortOver', cohort },
  IdTaken: { _tag: 'IdTaken', id: other(1) },
  Superseded: { _tag: 'Superseded' },
  UnknownCode: { _tag: 'UnknownCode', code: code('data'), list: 'topics' },
  AlreadyEnrolled: { _tag: 'AlreadyEnrolled', participant: m, role: 'mentor' },
  NotReady: { _tag: 'NotReady', participant: m, role: 'mentor', missing: ['line', 'briefing'] },
  NoPlace: { _tag: 'NoPlace', participant: m, role: 'mentor' },
  NotAdmissible: { _tag: 'NotAdmissible', mentor: m, mentee: e },
  NotFormal: { _tag: 'NotFormal', pairing: pairing(1) },
  AlreadyFormal: { _tag: 'AlreadyFormal', pairing: pairing(1) },
  TooFar: { _tag: 'TooFar', latest: at(9) },
  Overlapping: { _tag: 'Overlapping', session: session(1) },
  TooEarly: { _tag: 'TooEarly', after: at(9) },
  OtherTerms: { _tag: 'OtherTerms', asked: 2 },
  NoConsent: { _tag: 'NoConsent', purpose: 'outcomes' },
  StaleDraft: { _tag: 'StaleDraft', run: run(1) },
  UnsoundRules: { _tag: 'UnsoundRules', problem: 'ends-before-start' },
}

export const refusals: ReadonlyArray<Command.Refusal> = [
  ...Object.values(samples),
  { _tag: 'TooEarly' },
  { _tag: 'UnsoundRules', problem: 'least-above-planned' },
  { _tag: 'UnsoundRules', problem: 'unknown-excludes-without-legal-basis' },
  { _tag: 'UnsoundRules', problem: 'code-listed-twice' },
]
