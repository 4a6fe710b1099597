import type { Values } from '@reverse-mentoring/core'
import type { GroupTotal } from './by-group.ts'
import type { Comparison, OnlyOne } from './compare.ts'
import type { IdleLimit } from './idle-limits.ts'
import type { WhyNot } from './why-not.ts'
import type { WhyPair } from './why-pair.ts'
import type { WhyUnmatched } from './why-unmatched.ts'

/** How people and codes are called. Names only where they are asked for: any text for an id will do. */
export interface Words {
  readonly nameOf: (participant: Values.ParticipantId) => string
  /** What codes are called; one that is not in it is shown as it is. */
  readonly labels: ReadonlyMap<string, string>
}

/** Whatever can be told of a result. */
export type Explanation = WhyPair | WhyNot | WhyUnmatched | IdleLimit

const listed = (items: ReadonlyArray<string>): string => {
  const last = items[items.length - 1] ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

const pairOf = (
  {
    mentor,
    mentee,
  }: { readonly mentor: Values.ParticipantId; readonly mentee: Values.ParticipantId },
  { nameOf }: Words,
): string => `${nameOf(mentor)} and ${nameOf(mentee)}`

const labelled = (codes: ReadonlyArray<string>, { labels }: Words): string =>
  listed(codes.map((code) => labels.get(code) ?? code))

const pairSentence = (why: WhyPair, words: Words): string =>
  why.spoke.length === 0
    ? `${pairOf(why, words)} are proposed to each other because this serves the cohort best.`
    : `${pairOf(why, words)} are proposed to each other; for this spoke ${labelled(why.spoke, words)}.`

const crowdSentence = ({ crowd, role, participant }: WhyUnmatched, { nameOf }: Words): string => {
  const name = nameOf(participant)
  if (crowd === undefined) return `There are too few places for ${name}.`
  const others = crowd.who?.filter((one) => one !== participant).map(nameOf) ?? []
  const who = others.length === 0 || others.length > 5 ? '' : ` (the others: ${listed(others)})`
  const people =
    crowd.people === 1
      ? `${name} seeks`
      : `${name} is one of ${String(crowd.people)} ${role}s who seek`
  const places = crowd.pairs === 1 ? '1 place' : `${String(crowd.pairs)} places`
  return `${people} more places than there are: everybody who may be paired with them has ${places} for them in all${who}.`
}

const unmatchedSentence = (why: WhyUnmatched, words: Words): string => {
  const name = words.nameOf(why.participant)
  const other = why.role === 'mentor' ? 'mentee' : 'mentor'
  switch (why.reason) {
    case 'not-ready':
      return `${name} is not ready to be matched: a step before it is open, or they are paused.`
    case 'not-admissible':
      return `Nobody in this run can be ${name}’s ${other}.`
    case 'below-threshold':
      return `No possible ${other} suits ${name} well enough.`
    case 'too-few-places':
      return crowdSentence(why, words)
    case 'places-serve-others-better':
      return `The places of ${name}’s possible ${other}s serve others better.`
    case 'limit':
      return why.limit === undefined
        ? `No place is left within a limit for ${name}, or for any ${other} that they could have.`
        : `No place is left within the limit “${labelled([why.limit], words)}” for ${name}, or for any ${other} that they could have.`
    case 'spread':
      return `Every free ${other} of ${name}’s has a partner already, and sharing the load counts for more.`
    case 'struck':
      return `The proposal for ${name} was struck by whoever looked at the draft.`
  }
}

/** An explanation as a sentence. */
export const render = (explanation: Explanation, words: Words): string => {
  switch (explanation._tag) {
    case 'WhyPair':
      return pairSentence(explanation, words)
    case 'Proposed':
      return `${pairOf(explanation, words)} are proposed to each other.`
    case 'NotAdmissible':
      return `${pairOf(explanation, words)} cannot be paired.`
    case 'OthersServeBetter':
      return `${pairOf(explanation, words)} could be paired; other pairs serve the cohort better.`
    case 'Unknown':
      return `${pairOf(explanation, words)} are not proposed to each other; the policy does not say why.`
    case 'WhyUnmatched':
      return unmatchedSentence(explanation, words)
    case 'IdleLimit':
      return `No ${explanation.of} in this run belongs to the group of “${labelled([explanation.code], words)}”, so it keeps nothing: if one should, look how \`where\` is spelled.`
  }
}

const otherwise: Readonly<Record<OnlyOne['otherwise'], string>> = {
  'not-admitted': 'the other does not admit the pair',
  'served-better': 'to the other, other pairs serve the cohort better',
  unknown: 'the other does not say why not',
}

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`

const groupSentence = (
  { role, attribute, value, people, first, second }: GroupTotal,
  words: ComparisonWords,
): string => {
  const name = words.labels.get(attribute) ?? attribute.replace(/-/g, ' ')
  const of =
    value === undefined
      ? `whose ${name} is not known`
      : `with ${name} “${words.labels.get(value) ?? value}”`
  return `Of ${counted(people, role, `${role}s`)} ${of}, ${words.first} pairs ${String(first)} and ${words.second} ${String(second)}.`
}

const wholeSentences = (
  { first, second, same, groups }: Comparison,
  words: ComparisonWords,
): ReadonlyArray<string> => {
  const people =
    first.people === undefined || second.people === undefined || first.people === second.people
      ? []
      : [
          `${words.first} gives ${counted(first.people, 'person a first partner', 'people their first partner')} and ${words.second} ${String(second.people)}.`,
        ]
  const differing = groups.filter((group) => group.first !== group.second)
  return [
    `${words.first} makes ${counted(first.pairs, 'pair', 'pairs')} and ${words.second} ${String(second.pairs)}; ${String(same)} are the same.`,
    ...people,
    ...differing.map((group) => groupSentence(group, words)),
    ...(groups.length > 0 && differing.length === 0
      ? ['Both pair as many of every group of people.']
      : []),
  ]
}

/** Words for a comparison: what the two policies are called. Where that is the same, they are told apart by their order. */
export type ComparisonWords = Words & { readonly first: string; readonly second: string }

const toldApart = (words: ComparisonWords): ComparisonWords => {
  const { first, second } = words
  if (first !== second) return words
  return { ...words, first: `${first} (the first)`, second: `${second} (the second)` }
}

/**
 * A comparison as sentences: the two as a whole, then the groups of which they pair more or fewer, then each pair that only
 * one of them proposes. For coordinators.
 */
export const renderComparison = (
  comparison: Comparison,
  given: ComparisonWords,
): ReadonlyArray<string> => {
  const words = toldApart(given)
  return [
    ...wholeSentences(comparison, words),
    ...comparison.only.map((pair) => {
      const spoke = pair.spoke.length === 0 ? '' : `, for ${labelled(pair.spoke, words)}`
      return `${words[pair.by]} pairs ${pairOf(pair, words)}${spoke}; ${otherwise[pair.otherwise]}.`
    }),
  ]
}
