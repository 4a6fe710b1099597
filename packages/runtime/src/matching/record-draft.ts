import { Command, Values, type Event, type Matching, type Stored } from '@reverse-mentoring/core'
import type { Draft, DraftedPair } from './draft.ts'

/** Two people of a draft. */
export type DraftPair = Pick<DraftedPair, 'mentor' | 'mentee'>

const nameOf = ({ mentor, mentee }: DraftPair): string => `${mentor} ${mentee}`

/** The draft without some of its pairs; who has no other pair in it is unmatched as `struck`. */
export const strike = (draft: Draft, struck: ReadonlyArray<DraftPair>): Draft => {
  const all = new Set(struck.map(nameOf))
  const pairs = draft.pairs.filter((pair) => !all.has(nameOf(pair)))
  const gone = draft.pairs.filter((pair) => all.has(nameOf(pair)))
  const kept = {
    mentor: new Set(pairs.map(({ mentor }) => mentor)),
    mentee: new Set(pairs.map(({ mentee }) => mentee)),
  }
  const unmatched = new Map<string, Matching.UnmatchedCandidate>()
  for (const role of ['mentor', 'mentee'] as const) {
    for (const pair of gone) {
      const participant = pair[role]
      if (!kept[role].has(participant)) {
        unmatched.set(`${role} ${participant}`, { participant, role, reason: 'struck' })
      }
    }
  }
  return { ...draft, pairs, unmatched: [...draft.unmatched, ...unmatched.values()] }
}

/** Who records a draft, when, and the ids that it gives out. */
export interface Recording {
  readonly at: Values.Instant
  readonly by: Values.Actor
  readonly run: Values.RunId
  readonly pairingId: (pair: DraftPair) => Values.PairingId
  /** Earlier pairings that go on. */
  readonly continues?: (pair: DraftPair) => Values.PairingId | undefined
}

type DraftCommand = Command.RecordMatching

const pairsOf = (draft: Draft, { pairingId, continues }: Recording): DraftCommand['pairs'] => {
  const told = new Set(
    draft.rules.filter(({ disclosure }) => disclosure !== 'none').map(({ code }) => code),
  )
  return draft.pairs.map((pair) => {
    const earlier = continues?.(pair)
    const reasons = pair.reasons.filter(({ rule, points }) => points > 0 && told.has(rule))
    return {
      pairing: pairingId(pair),
      mentor: pair.mentor,
      mentee: pair.mentee,
      score: pair.score,
      reasons: reasons.map(({ rule }) => rule),
      differs: pair.differs,
      ...(earlier !== undefined && { continues: earlier }),
    }
  })
}

/**
 * The commands that record a draft, and so ask its people: one, or equal parts of a large draft. Reasons that may not be
 * told stay out of them (INV38), and so do limits that the cohort does not know or that may read identity.
 */
export const recordingsOf = (
  draft: Draft,
  basedOn: Stored.Revision,
  recording: Recording,
): ReadonlyArray<DraftCommand> => {
  const { at, by, run } = recording
  const pairs = pairsOf(draft, recording)
  const known = new Set(
    draft.rules.filter(({ legalBasis }) => legalBasis === undefined).map(({ code }) => code),
  )
  const unmatched: ReadonlyArray<Event.Unmatched> = draft.unmatched.map(
    ({ participant, role, reason, limit }) => ({
      ...{ participant, role, reason },
      ...(limit !== undefined && reason === 'limit' && known.has(limit) && { limit }),
    }),
  )
  const of = Math.max(
    Values.partsNeeded(pairs, Command.mostOfPart.pairs),
    Values.partsNeeded(unmatched, Command.mostOfPart.unmatched),
  )
  const left = Values.inParts(unmatched, of)
  return Values.inParts(pairs, of).map((some, i) => ({
    type: 'RecordMatching',
    cohort: draft.cohort,
    ...{ at, by, run, part: i + 1, of },
    basedOn,
    policy: draft.policy.id,
    policyVersion: draft.policy.version,
    seed: draft.seed,
    digest: draft.digest,
    pairs: some,
    unmatched: left[i] ?? [],
    objective: draft.worth,
    ...(draft.bound !== undefined && { bound: draft.bound }),
  }))
}
