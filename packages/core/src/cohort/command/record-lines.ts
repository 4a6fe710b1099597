import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { linesFields, type Line } from '../event/relation.ts'
import { isErased } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/**
 * States who stands above whom. Of people who are not enrolled, or erased, nothing is kept; what is stale or repeats
 * drops out, and a command about the erased alone is not allowed. Of two lines of one person the last counts.
 */
export const RecordLines = commandCodec('RecordLines', linesFields, {})
export interface RecordLines extends Plain<t.TypeOf<typeof RecordLines>> {}

export const decideRecordLines = (
  order: RecordLines,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by } = order
  const isAboutErased =
    order.lines.length > 0 && order.lines.every(({ participant }) => isErased(cohort, participant))
  if (isAboutErased) return notAllowed(by)
  const latest = new Map(order.lines.map((line) => [line.participant, line]))
  const isNews = ({ participant, chain }: Line): boolean => {
    const person = get(cohort.people, participant)
    return (
      person !== undefined &&
      person.erasedAt === undefined &&
      wordOn(person.chain, chain, at) === 'new'
    )
  }
  const lines = [...latest.values()].filter(isNews)
  if (lines.length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  return happened({ type: 'LinesRecorded', at, by, lines })
}
