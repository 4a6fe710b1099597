import * as t from 'io-ts'
import { Role } from '../../values/actor.ts'
import { Code, Digest, Version } from '../../values/code.ts'
import { fields, list, word, type Plain } from '../../values/fields.ts'
import { PairingId, ParticipantId, RunId } from '../../values/id.ts'
import { Count, Integer, Part, Seed } from '../../values/number.ts'
import { event } from './stamp.ts'

/** Why somebody was left without a pairing by a run; each can be checked. */
export const UnmatchedReason = word(
  'not-ready',
  'not-admissible',
  'below-threshold',
  'too-few-places',
  'places-serve-others-better',
  'struck',
)
export type UnmatchedReason = t.TypeOf<typeof UnmatchedReason>

/** One person, in one role, without a pairing after a run. */
export const Unmatched = fields(
  { participant: ParticipantId, role: Role, reason: UnmatchedReason },
  {},
  'Unmatched',
)
export type Unmatched = Plain<t.TypeOf<typeof Unmatched>>

/** What a result is worth: people placed (counted once per pairing), and the sum of the scores. */
export const Worth = fields({ pairs: Count, score: Integer }, {}, 'Worth')
export type Worth = Plain<t.TypeOf<typeof Worth>>

export const runFields = {
  run: RunId,
  /** The revision of the cohort that the draft was made from. */
  basedOn: Count,
  policy: Code,
  policyVersion: Version,
  seed: Seed,
  /** SHA-256 of the salted matching input. */
  digest: Digest,
  unmatched: list(Unmatched),
}
export const runOptions = {
  /** What the draft was worth as the policy made it. */
  objective: Worth,
  /** The most that any result could be worth, where the policy claims to know. */
  bound: Worth,
}

/**
 * A run of a matching policy was recorded, or one part of a large one; its pairings stand right before it in the same
 * append. Objective and bound speak of the whole run.
 */
export const MatchingRan = event(
  'MatchingRan',
  { ...runFields, part: Part, of: Part, pairs: Count },
  runOptions,
)
export type MatchingRan = Plain<t.TypeOf<typeof MatchingRan>>

/** In what the two are different; the log holds this and not the attributes. */
export const Differs = fields(
  {},
  { region: t.boolean, department: t.boolean, location: t.boolean },
  'Differs',
)
export type Differs = Plain<t.TypeOf<typeof Differs>>

export const matchedFields = {
  pairing: PairingId,
  mentor: ParticipantId,
  mentee: ParticipantId,
  /** Codes of the matching rules that spoke for the pair; none of a rule that is not disclosed. */
  reasons: list(Code),
}
export const matchedOptions = {
  score: Integer,
  differs: Differs,
  /** The earlier pairing that this one goes on from. */
  continues: PairingId,
}

/** A mentor and a mentee are proposed to each other. */
export const Matched = event('Matched', matchedFields, { ...matchedOptions, run: RunId })
export type Matched = Plain<t.TypeOf<typeof Matched>>

export const EndReason = word('lapsed', 'completed', 'conflict', 'programme')
export type EndReason = t.TypeOf<typeof EndReason>

/** A pairing ends, by time or by those who run the cohort. */
export const PairingEnded = event('PairingEnded', { pairing: PairingId, reason: EndReason }, {})
export type PairingEnded = Plain<t.TypeOf<typeof PairingEnded>>

export const goalsFields = { pairing: PairingId, goals: list(Code) }

/** One party says what the pairing is for. */
export const GoalsAgreed = event('GoalsAgreed', goalsFields, {})
export type GoalsAgreed = Plain<t.TypeOf<typeof GoalsAgreed>>
