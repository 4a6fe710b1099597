import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { practiceFields, practiceOptions, type PracticeShared } from '../event/exchange.ts'
import { unknownCode } from './unknown-code.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** A mentor, present or past, shares something that works; also after the close. */
export const SharePractice = commandCodec(
  'SharePractice',
  { ...practiceFields, topics: listOf(50, Code) },
  practiceOptions,
)
export interface SharePractice extends Plain<t.TypeOf<typeof SharePractice>> {}

const decideSharePractice = (
  order: SharePractice,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  if (get(cohort.people, order.by.id)?.mentor.everEnrolled !== true) return notAllowed(order.by)
  const { cohort: _cohort, ...content } = order
  const event: PracticeShared = { ...content, type: 'PracticeShared' }
  const repeat = answerToRepeat(cohort, order.practice, event)
  if (repeat !== undefined) return repeat
  const unknown = unknownCode(cohort, 'topics', order.topics)
  return unknown === undefined ? happened(event) : refuse(unknown)
}

export const sharePractice: Kind<SharePractice> = {
  codec: SharePractice,
  roles: ['participant'],
  decide: decideSharePractice,
}
