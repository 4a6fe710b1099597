import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { sameJson } from '../../values/same-json.ts'
import type { CohortOpened } from '../event/opening.ts'
import { openingFields, openingOptions } from '../event/opening.ts'
import type { Cohort } from '../state/cohort.ts'
import { happened, nothing, refuse, type Decision } from './decision.ts'
import { commandCodec } from './command-codec.ts'
import type { IdTaken, UnsoundRules } from './refusal.ts'

/** Begins a cohort under rules that never change. */
export const OpenCohort = commandCodec('OpenCohort', openingFields, openingOptions)
export interface OpenCohort extends Plain<t.TypeOf<typeof OpenCohort>> {}

export type OpenCohortRefusal = IdTaken | UnsoundRules

const repeatsACode = (codes: ReadonlyArray<string>): boolean => new Set(codes).size < codes.length

const unsoundness = ({
  rules,
  codes,
  start,
  plannedEnd,
}: OpenCohort): UnsoundRules['problem'] | undefined => {
  if (plannedEnd <= start) return 'ends-before-start'
  if (rules.leastSessions > rules.plannedSessions) return 'least-above-planned'
  if (codes.rules.some((rule) => rule.unknownExcludes === true && rule.legalBasis === undefined)) {
    return 'unknown-excludes-without-legal-basis'
  }
  const { rules: matching, ...lists } = codes
  const all = [...Object.values(lists), matching.map(({ code }) => code)]
  return all.some(repeatsACode) ? 'code-listed-twice' : undefined
}

export const decideOpenCohort = (
  order: OpenCohort,
  { opened }: Cohort,
): Decision<OpenCohortRefusal> => {
  const event: CohortOpened = { ...order, type: 'CohortOpened' }
  if (opened !== undefined) {
    return sameJson({ ...opened, at: '', by: '' }, { ...event, at: '', by: '' })
      ? nothing
      : refuse({ _tag: 'IdTaken', id: order.cohort })
  }
  const problem = unsoundness(order)
  return problem === undefined ? happened(event) : refuse({ _tag: 'UnsoundRules', problem })
}
