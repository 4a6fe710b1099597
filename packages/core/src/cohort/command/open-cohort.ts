import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { fields } from '../../values/fields.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import type { CohortOpened } from '../event/opening.ts'
import {
  openingFields,
  openingOptions,
  ruleFields,
  ruleOptions,
  type CodeLists,
} from '../event/opening.ts'
import type { Cohort } from '../state/cohort.ts'
import { happened, nothing, refuse, sameContent, type Decision } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import { mostCodes } from './extend-codes.ts'
import type { IdTaken, UnsoundRules } from './refusal.ts'

const Rule = fields(ruleFields, { ...ruleOptions, attributes: listOf(20, Code) }, 'MatchingRule')

/** The lists of an opening, none so long that an engine could not take it in one append. */
const someCodes: t.Type<CodeLists> = fields(
  {
    topics: listOf(mostCodes.topics, Code),
    goals: listOf(mostCodes.goals, Code),
    objectives: listOf(mostCodes.objectives, Code),
    questions: listOf(mostCodes.questions, Code),
    themes: listOf(mostCodes.themes, Code),
    rules: listOf(200, Rule),
    policies: listOf(100, Code),
  },
  {},
  'CodeLists',
)

/** Begins a cohort under rules that never change. */
export const OpenCohort = commandCodec(
  'OpenCohort',
  { ...openingFields, codes: someCodes },
  openingOptions,
)
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
  const all = [...Object.values(lists), matching.map(({ code }) => code), rules.gates.briefing]
  return all.some(repeatsACode) ? 'code-listed-twice' : undefined
}

export const decideOpenCohort = (
  order: OpenCohort,
  { opened }: Cohort,
): Decision<OpenCohortRefusal> => {
  const event: CohortOpened = { ...order, type: 'CohortOpened' }
  if (opened !== undefined) {
    // The mark of an older schema is no part of what was asked for.
    const { anybodyCoordinates: _mark, ...asked } = opened
    return sameContent(asked, event) ? nothing : refuse({ _tag: 'IdTaken', id: order.cohort })
  }
  const problem = unsoundness(order)
  return problem === undefined ? happened(event) : refuse({ _tag: 'UnsoundRules', problem })
}

export const openCohort: Kind<OpenCohort> = {
  codec: OpenCohort,
  roles: ['coordinator'],
  decide: decideOpenCohort,
}
