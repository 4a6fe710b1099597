import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { fields } from '../../values/fields.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { Part } from '../../values/number.ts'
import type { Matched, MatchingRan } from '../event/pairing.ts'
import {
  matchedFields,
  matchedOptions,
  runFields,
  runOptions,
  Unmatched,
} from '../event/pairing.ts'
import { evolve } from '../evolve.ts'
import type { Cohort } from '../state/cohort.ts'
import {
  answerToRepeat,
  nothing,
  refuse,
  sameContent,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { judgePair } from './judge-pair.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { IdTaken, SharedRefusal, StaleDraft, UnknownCode } from './refusal.ts'
import { unknownCode } from './unknown-code.ts'
import { recordedPart } from '../state/run.ts'
import { get } from '../state/table.ts'
import { takenBy } from '../state/taken.ts'

const draftedPair = fields(
  { ...matchedFields, reasons: listOf(50, Code) },
  matchedOptions,
  'DraftedPair',
)

export interface DraftedPair extends Plain<t.TypeOf<typeof draftedPair>> {}
export const DraftedPair: t.Type<DraftedPair> = draftedPair

/** The most pairs and unmatched people that one part of a draft holds, so that every engine takes it in one append. */
export const mostOfPart = { pairs: 250, unmatched: 2000 } as const

/**
 * Records a draft that was looked at, or one part of a large one, and so asks its people. One pair that is no longer
 * possible refuses the part whole. Parts hold by themselves, come in any order, and can be repeated.
 */
export const RecordMatching = commandCodec(
  'RecordMatching',
  {
    ...runFields,
    unmatched: listOf(mostOfPart.unmatched, Unmatched),
    pairs: listOf(mostOfPart.pairs, DraftedPair),
  },
  { ...runOptions, part: Part, of: Part },
)
export interface RecordMatching extends Plain<t.TypeOf<typeof RecordMatching>> {}

const matchedEvents = ({ at, by, run, pairs }: RecordMatching): ReadonlyArray<Matched> =>
  pairs.map((pair): Matched => ({ ...pair, type: 'Matched', at, by, run }))

const ranEvent = (order: RecordMatching): MatchingRan => {
  const { cohort: _cohort, pairs, part = 1, of = 1, ...content } = order
  return { ...content, type: 'MatchingRan', part, of, pairs: pairs.length }
}

/** A reason that may not be told, or a limit or policy that the cohort does not know. */
const unknownReason = (order: RecordMatching, cohort: OpenedCohort): UnknownCode | undefined => {
  const told = new Set(
    cohort.opened.codes.rules
      .filter(({ disclosure }) => disclosure !== 'none')
      .map(({ code }) => code),
  )
  for (const { reasons } of order.pairs) {
    const code = reasons.find((reason) => !told.has(reason))
    if (code !== undefined) return { _tag: 'UnknownCode', code, list: 'rules' }
  }
  // A rule with a legal basis may read identity: that it was reached tells what somebody is.
  const limits = new Set(
    cohort.opened.codes.rules
      .filter(({ legalBasis }) => legalBasis === undefined)
      .map(({ code }) => code),
  )
  for (const { reason, limit } of order.unmatched)
    if (limit !== undefined && (reason !== 'limit' || !limits.has(limit)))
      return { _tag: 'UnknownCode', code: limit, list: 'rules' }
  return unknownCode(cohort, 'policies', [order.policy])
}

/** The first id that the draft itself uses twice. */
const usedTwice = ({ run, pairs }: RecordMatching): string | undefined => {
  const used = new Set<string>([run])
  for (const { pairing } of pairs) {
    if (used.has(pairing)) return pairing
    used.add(pairing)
  }
  return undefined
}

/** What all parts of one run say alike. */
const ofRun = ({ part: _part, pairs: _pairs, unmatched: _unmatched, ...run }: MatchingRan) => run

/** The answer where the part, or another part of its run, was recorded before. */
const answerToPart = (cohort: OpenedCohort, ran: MatchingRan): Decision<IdTaken> | undefined => {
  const first = takenBy(cohort, ran.run)
  if (first === undefined) return undefined
  const taken = refuse({ _tag: 'IdTaken', id: ran.run } as const)
  if (!('type' in first) || first.type !== 'MatchingRan') return taken
  const before = first.part === ran.part ? first : recordedPart(cohort, ran)
  if (before !== undefined) return sameContent(before, ran) ? nothing : taken
  return sameContent(ofRun(first), ofRun(ran)) ? undefined : taken
}

const isPossible = (matched: ReadonlyArray<Matched>, cohort: Cohort): boolean => {
  let after = cohort
  for (const event of matched) {
    if (judgePair(after, event.mentor, event.mentee) !== undefined) return false
    after = evolve(after, event)
  }
  return true
}

const decideRecordMatching = (
  order: RecordMatching,
  cohort: OpenedCohort,
): Decision<SharedRefusal | StaleDraft> => {
  const twice = usedTwice(order)
  if (twice !== undefined) return refuse({ _tag: 'IdTaken', id: twice })
  const matched = matchedEvents(order)
  const ran = ranEvent(order)
  const repeats = [
    answerToPart(cohort, ran),
    ...matched.map((event) => answerToRepeat(cohort, event.pairing, event)),
  ]
  if (repeats.every((repeat) => repeat === nothing)) return nothing
  if (ran.part > ran.of) return refuse({ _tag: 'IdTaken', id: ran.run })
  const taken = repeats.findIndex((repeat) => repeat !== undefined)
  if (taken >= 0) return refuse({ _tag: 'IdTaken', id: matched[taken - 1]?.pairing ?? ran.run })
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  const unknown = unknownReason(order, cohort)
  if (unknown !== undefined) return refuse(unknown)
  const gone = order.unmatched.some(
    ({ participant }) => get(cohort.people, participant)?.erasedAt !== undefined,
  )
  if (gone || !isPossible(matched, cohort)) return refuse({ _tag: 'StaleDraft', run: order.run })
  return E.right([...matched, ran])
}

export const recordMatching: Kind<RecordMatching> = {
  codec: RecordMatching,
  roles: ['coordinator', 'system'],
  decide: decideRecordMatching,
}
