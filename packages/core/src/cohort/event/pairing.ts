import * as t from 'io-ts'
import { Role } from '../../values/actor.ts'
import { Code } from '../../values/code.ts'
import { Digest } from '../../values/digest.ts'
import { Version } from '../../values/version.ts'
import { fields } from '../../values/fields.ts'
import { list } from '../../values/list.ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import { PairingId, ParticipantId, RunId } from '../../values/id.ts'
import { Count, Integer, Part, Seed } from '../../values/number.ts'
import { eventCodec } from './event-codec.ts'

/** Why somebody was left without a pairing by a run; each can be checked. */
export const UnmatchedReason = word(
  'not-ready',
  'not-admissible',
  'below-threshold',
  'too-few-places',
  'places-serve-others-better',
  'limit',
  'spread',
  'struck',
)
export type UnmatchedReason = t.TypeOf<typeof UnmatchedReason>

const unmatched = fields(
  { participant: ParticipantId, role: Role, reason: UnmatchedReason },
  // Which limit was reached.
  { limit: Code },
  'Unmatched',
)

/** One person, in one role, without a pairing after a run. */
export interface Unmatched extends Plain<t.TypeOf<typeof unmatched>> {}
export const Unmatched: t.Type<Unmatched> = unmatched

const worth = fields({ pairs: Count, score: Integer }, { people: Count }, 'Worth')

/**
 * What a result is worth: how many people get their first partner, where it was counted; how many pairs; and the sum of
 * their scores.
 */
export interface Worth extends Plain<t.TypeOf<typeof worth>> {}
export const Worth: t.Type<Worth> = worth

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
export const MatchingRan = eventCodec(
  'MatchingRan',
  { ...runFields, part: Part, of: Part, pairs: Count },
  runOptions,
)
export interface MatchingRan extends Plain<t.TypeOf<typeof MatchingRan>> {}

const differs = fields(
  {},
  { region: t.boolean, department: t.boolean, location: t.boolean },
  'Differs',
)

/** In what the two are different; the log holds this and not the attributes. */
export interface Differs extends Plain<t.TypeOf<typeof differs>> {}
export const Differs: t.Type<Differs> = differs

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
export const Matched = eventCodec('Matched', matchedFields, { ...matchedOptions, run: RunId })
export interface Matched extends Plain<t.TypeOf<typeof Matched>> {}

export const EndReason = word('lapsed', 'completed', 'conflict', 'programme')
export type EndReason = t.TypeOf<typeof EndReason>

/** A pairing ends, by time or by those who run the cohort. */
export const PairingEnded = eventCodec(
  'PairingEnded',
  { pairing: PairingId, reason: EndReason },
  {},
)
export interface PairingEnded extends Plain<t.TypeOf<typeof PairingEnded>> {}

export const goalsFields = { pairing: PairingId, goals: list(Code) }

/** One party says what the pairing is for. */
export const GoalsAgreed = eventCodec('GoalsAgreed', goalsFields, {})
export interface GoalsAgreed extends Plain<t.TypeOf<typeof GoalsAgreed>> {}
