import { Cohort, type Command, type Event, type Values } from '@reverse-mentoring/core'
import { code, id } from '../scene/ids.ts'
import { self, the } from '../scene/the.ts'
import { pick, pickOf } from './choice.ts'
import {
  enrolments,
  next,
  officer,
  pairings,
  party,
  person,
  stamp,
  type Maker,
  type Position,
} from './pool.ts'

/** Those who are ready in a role, with a place left; or, now and then, anybody enrolled in it. */
const candidates = (
  { cohort }: Position,
  role: Values.Role,
  onlyFree: boolean,
): ReadonlyArray<Values.ParticipantId> => {
  const isFree = (participant: Values.ParticipantId): boolean => {
    const known = Cohort.person(cohort, participant)
    const isReady = Cohort.missingGates(cohort, known, role).length === 0
    return isReady && Cohort.freePlaces(cohort, known, role) > 0
  }
  return enrolments(cohort)
    .filter(({ enrolled }) => enrolled.role === role)
    .map(({ enrolled }) => enrolled.participant)
    .filter((participant) => !onlyFree || isFree(participant))
}

export const propose: Maker = (position) => {
  const { who, what, value } = position.choice
  const onlyFree = value % 5 < 4
  const mentee = pick(candidates(position, 'mentee', onlyFree), what) ?? person(what)
  const byMentee = position.cohort.opened?.rules.selfMatch === true && value % 2 === 0
  return {
    type: 'ProposePairing',
    ...stamp(byMentee ? self(mentee) : the.coordinator, position),
    pairing: next('pairing', Cohort.pairings(position.cohort).length, value),
    mentor: pick(candidates(position, 'mentor', onlyFree), who) ?? person(who),
    mentee,
    ...(byMentee && { terms: value % 20 === 18 ? 2 : 1 }),
    ...(value % 3 === 0 && { differs: { region: true, department: what % 2 === 0 } }),
  }
}

type DraftedPair = Command.RecordMatching['pairs'][number]

/** A draft that takes each free person in turn, or a mentor twice; not all of its pairs need be possible. */
const draft = (position: Position): ReadonlyArray<DraftedPair> => {
  const { who, value } = position.choice
  const mentors = candidates(position, 'mentor', true)
  const mentees = candidates(position, 'mentee', true)
  const size = Math.min(1 + (value % 3), mentors.length, mentees.length)
  const used = Cohort.pairings(position.cohort).length
  const each = value % 4 === 3 ? 2 : 1
  return Array.from({ length: size }, (_, i): DraftedPair => ({
    pairing: id('pairing', used + 1 + (value % 33 === 32 ? 0 : i)),
    mentor: mentors[(who + Math.floor(i / each)) % mentors.length] ?? the.mentor,
    mentee: mentees[i] ?? the.mentee,
    reasons: value === 97 ? [code('region')] : value % 2 === 0 ? [code('topics')] : [],
    score: value,
  }))
}

const reasons = ['too-few-places', 'not-admissible', 'not-ready'] as const

/** Some of those who are in none of the pairs. */
const leftOver = (
  position: Position,
  pairs: ReadonlyArray<DraftedPair>,
): ReadonlyArray<Event.Unmatched> => {
  const { what, value } = position.choice
  const role = what % 2 === 0 ? 'mentor' : 'mentee'
  const paired = new Set(pairs.map((pair) => pair[role]))
  return candidates(position, role, false)
    .filter((participant) => !paired.has(participant))
    .slice(0, 1 + (value % 3))
    .map((participant, i): Event.Unmatched => ({
      ...{ participant, role },
      reason: reasons[(value + i) % reasons.length] ?? 'struck',
    }))
}

export const recordMatching: Maker = (position) => {
  const { who, what, value } = position.choice
  const pairs = draft(position)
  if (pairs.length === 0 && value % 8 < 7) return undefined
  return {
    type: 'RecordMatching',
    ...stamp(officer(what), position),
    run: id('run', 1 + (what % 12)),
    basedOn: value,
    policy: code('topics-first'),
    policyVersion: '1.0' as Values.Version,
    seed: value,
    digest: '0'.repeat(64) as Values.Digest,
    unmatched: leftOver(position, pairs),
    pairs,
    ...(value % 4 === 1 && { part: 1 + (who % 3), of: value % 16 === 1 ? 3 : 2 }),
  }
}

/** An answer to a proposal: mostly of who is asked next. */
export const answer: Maker = (position) => {
  const { who, what, value } = position.choice
  const proposal =
    pick(pairings(position.cohort, 'Proposed'), who) ??
    pick(pairings(position.cohort, 'Formal', 'Ended'), who)
  if (proposal === undefined) return undefined
  const menteeFirst = proposal.answers.mentee.yes === undefined ? 0 : 1
  const by = party(proposal, what % 6 === 5 ? 1 - menteeFirst : menteeFirst)
  const { pairing } = proposal
  return value % 5 === 4
    ? { type: 'WithdrawConsent', ...stamp(by, position), purpose: 'pairing', pairing }
    : {
        type: 'GiveConsent',
        ...stamp(by, position),
        purpose: 'pairing',
        pairing,
        terms: value % 25 === 3 ? 2 : 1,
      }
}

/** A word on a pairing that is formal, or over. */
export const withdraw: Maker = (position) => {
  const { who, what } = position.choice
  const pairing = pick(pairings(position.cohort, 'Formal', 'Ended'), who)
  if (pairing === undefined) return undefined
  const by = party(pairing, what)
  return {
    type: 'WithdrawConsent',
    ...stamp(by, position),
    purpose: 'pairing',
    pairing: pairing.pairing,
  }
}

export const lapse: Maker = (position) => {
  const { who, what, value } = position.choice
  const tags = what % 4 === 3 ? (['Formal', 'Ended'] as const) : (['Proposed'] as const)
  const pairing = pick(pairings(position.cohort, ...tags), who)?.pairing ?? id('pairing', 99)
  const clock = position.clock + (value % 2 === 0 ? 24 * 15 : 0)
  return { type: 'LapseProposal', ...stamp(the.system, { ...position, clock }), pairing }
}

export const end: Maker = (position) => {
  const { who, what, value } = position.choice
  const pairing = pick(pairings(position.cohort, 'Formal', 'Proposed', 'Ended'), who)?.pairing
  return {
    type: 'EndPairing',
    ...stamp(officer(value), position),
    pairing: pairing ?? id('pairing', 99),
    reason: pickOf(['programme', 'completed', 'conflict'], what),
  }
}

export const goals: Maker = (position) => {
  const { who, what, value } = position.choice
  const tags = value % 8 === 7 ? (['Proposed', 'Ended'] as const) : (['Formal'] as const)
  const pairing = pick(pairings(position.cohort, ...tags), who)
  if (pairing === undefined) return undefined
  return {
    type: 'AgreeGoals',
    ...stamp(party(pairing, what), position),
    pairing: pairing.pairing,
    goals: value === 99 ? [code('unheard-of')] : value % 2 === 0 ? [code('listen')] : [code('try')],
  }
}
