import type * as t from 'io-ts'
import { fields } from '../../values/fields.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { ParticipantId } from '../../values/id.ts'
import type { Line } from '../event/relation.ts'
import { isErased } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { mostAbove } from './enrol.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal, UnsoundRules } from './refusal.ts'
import { isSoundLine, lineIn, lineOf } from '../state/line.ts'
import { get } from '../state/table.ts'

/** The most lines of one command; more are given in parts, each of which holds by itself. */
export const mostLines = 250

/**
 * States who stands above whom. Of people who are not enrolled, or erased, nothing is kept; what is stale or repeats
 * drops out, what is all stale is superseded, and a command about the erased alone is not allowed. Of two lines of one person the last counts.
 */
export const RecordLines = commandCodec(
  'RecordLines',
  {
    lines: listOf(
      mostLines,
      fields(
        { participant: ParticipantId, chain: listOf(mostAbove, ParticipantId) },
        { direct: listOf(mostAbove, ParticipantId) },
        'Line',
      ),
    ),
  },
  {},
)
export interface RecordLines extends Plain<t.TypeOf<typeof RecordLines>> {}

const decideRecordLines = (
  order: RecordLines,
  cohort: OpenedCohort,
): Decision<SharedRefusal | UnsoundRules> => {
  const { at, by } = order
  const isAboutErased =
    order.lines.length > 0 && order.lines.every(({ participant }) => isErased(cohort, participant))
  if (isAboutErased) return notAllowed(by)
  const latest = new Map(order.lines.map((line) => [line.participant, line]))
  const word = ({ participant, chain, direct }: Line): 'new' | 'repeats' | 'stale' | 'dropped' => {
    const person = get(cohort.people, participant)
    if (person === undefined || person.erasedAt !== undefined) return 'dropped'
    return wordOn(lineOf(person), lineIn({ chain, direct }), at)
  }
  const words = [...latest.values()].map((line) => [word(line), line] as const)
  const lines = words.flatMap(([said, line]) => (said === 'new' ? [line] : []))
  if (lines.length === 0) {
    const kept = words.filter(([said]) => said !== 'dropped')
    const isOld = kept.length > 0 && kept.every(([said]) => said === 'stale')
    return isOld ? superseded : nothing
  }
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (!lines.every(isSoundLine))
    return refuse({ _tag: 'UnsoundRules', problem: 'direct-not-above' })
  return happened({ type: 'LinesRecorded', at, by, lines })
}

export const recordLines: Kind<RecordLines> = {
  codec: RecordLines,
  roles: ['coordinator', 'system'],
  decide: decideRecordLines,
}
