import type * as t from 'io-ts'
import { fields } from '../../values/fields.ts'
import { list } from '../../values/list.ts'
import type { Plain } from '../../values/plain.ts'
import type { Matched, MatchingRan } from '../event/pairing.ts'
import { matchedFields, matchedOptions, runFields, runOptions } from '../event/pairing.ts'
import { evolve } from '../evolve.ts'
import type { Cohort } from '../state/cohort.ts'
import {
  answerToRepeat,
  happened,
  nothing,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { judgePair } from './judge-pair.ts'
import { commandCodec } from './command-codec.ts'
import type { SharedRefusal, StaleDraft, UnknownCode } from './refusal.ts'
import { unknownCode } from './unknown-code.ts'
import { get } from '../state/table.ts'

const draftedPair = fields(matchedFields, matchedOptions, 'DraftedPair')

export interface DraftedPair extends Plain<t.TypeOf<typeof draftedPair>> {}
export const DraftedPair: t.Type<DraftedPair> = draftedPair

/** Records a draft that was looked at, and so asks its people. One pair that is no longer possible refuses it whole. */
export const RecordMatching = commandCodec(
  'RecordMatching',
  { ...runFields, pairs: list(DraftedPair) },
  runOptions,
)
export interface RecordMatching extends Plain<t.TypeOf<typeof RecordMatching>> {}

const matchedEvents = ({ at, by, run, pairs }: RecordMatching): ReadonlyArray<Matched> =>
  pairs.map((pair): Matched => ({ ...pair, type: 'Matched', at, by, run }))

const ranEvent = (order: RecordMatching): MatchingRan => {
  const { cohort: _cohort, pairs, ...content } = order
  return { ...content, type: 'MatchingRan', pairs: pairs.length }
}

/** A reason that may not be told, or that the cohort does not know. */
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
  return unknownCode(cohort, 'policies', [order.policy])
}

/** The first id that the draft itself uses twice. */
const usedTwice = ({ run, pairs }: RecordMatching): string | undefined => {
  const seen = new Set<string>([run])
  for (const { pairing } of pairs) {
    if (seen.has(pairing)) return pairing
    seen.add(pairing)
  }
  return undefined
}

const isPossible = (matched: ReadonlyArray<Matched>, cohort: Cohort): boolean => {
  let after = cohort
  for (const event of matched) {
    if (judgePair(after, event.mentor, event.mentee) !== undefined) return false
    after = evolve(after, event)
  }
  return true
}

export const decideRecordMatching = (
  order: RecordMatching,
  cohort: OpenedCohort,
): Decision<SharedRefusal | StaleDraft> => {
  const twice = usedTwice(order)
  if (twice !== undefined) return refuse({ _tag: 'IdTaken', id: twice })
  const matched = matchedEvents(order)
  const ran = ranEvent(order)
  const repeats = [
    answerToRepeat(cohort, ran.run, ran),
    ...matched.map((event) => answerToRepeat(cohort, event.pairing, event)),
  ]
  if (repeats.every((repeat) => repeat === nothing)) return nothing
  const taken = repeats.findIndex((repeat) => repeat !== undefined)
  if (taken >= 0) return refuse({ _tag: 'IdTaken', id: matched[taken - 1]?.pairing ?? ran.run })
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  const unknown = unknownReason(order, cohort)
  if (unknown !== undefined) return refuse(unknown)
  const gone = order.unmatched.some(
    ({ participant }) => get(cohort.people, participant)?.erasedAt !== undefined,
  )
  if (gone || !isPossible(matched, cohort)) return refuse({ _tag: 'StaleDraft', run: order.run })
  return happened(...matched, ran)
}
