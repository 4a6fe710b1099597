import type * as t from 'io-ts'
import { Worth, type MatchingRan } from '../cohort/event/pairing.ts'
import type { Cohort } from '../cohort/state/cohort.ts'
import { recordedPart } from '../cohort/state/run.ts'
import { get, valuesOf } from '../cohort/state/table.ts'
import { Code } from '../values/code.ts'
import { fields } from '../values/fields.ts'
import { RunId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { Count, Part } from '../values/number.ts'
import type { Plain } from '../values/plain.ts'
import { Version } from '../values/version.ts'
import { placeOfCohort } from './place.ts'
import type { View } from './view.ts'

/** One recorded run of a matching policy, as those who run the cohort saw its draft; people are only counted. */
export const RunRow = fields(
  {
    run: RunId,
    /** When its first part was recorded. */
    ranAt: Instant,
    policy: Code,
    policyVersion: Version,
    /** How many parts it has, and how many of them were recorded: what follows counts these. */
    of: Part,
    parts: Count,
    /** Pairs that were proposed. */
    pairs: Count,
    /** Enrolments without a new pairing. */
    unmatched: Count,
  },
  {
    /** What the whole draft was worth as the policy made it. */
    objective: Worth,
    /** The most that any result could be worth, where the policy claims to know. */
    bound: Worth,
  },
  'RunRow',
)
export interface RunRow extends Plain<t.TypeOf<typeof RunRow>> {}

const isRun = (claim: { readonly type: string } | undefined): claim is MatchingRan =>
  claim?.type === 'MatchingRan'

const partsOf = (cohort: Cohort, first: MatchingRan): ReadonlyArray<MatchingRan> => {
  const parts = [first]
  for (let part = 1; part <= first.of; part += 1) {
    const other = recordedPart(cohort, { run: first.run, part })
    if (other !== undefined) parts.push(other)
  }
  return parts
}

const runRow = (cohort: Cohort, first: MatchingRan): RunRow => {
  const { run, at, policy, policyVersion, of, objective, bound } = first
  const parts = partsOf(cohort, first)
  return {
    ...{ run, ranAt: at, policy, policyVersion, of },
    parts: parts.length,
    pairs: parts.reduce((sum, part) => sum + part.pairs, 0),
    unmatched: parts.reduce((sum, part) => sum + part.unmatched.length, 0),
    ...(objective !== undefined && { objective }),
    ...(bound !== undefined && { bound }),
  }
}

/** Every recorded run of the cohort, by run id. A row costs O(the parts of its run). */
export const matchingRuns: View<'coordinator', RunRow> = {
  name: 'matching-runs-1',
  audience: ['coordinator'],
  codec: RunRow,
  touched: (event) => (event.type === 'MatchingRan' ? [event.run] : []),
  row: (key, cohort) => {
    const first = get(cohort.claims, key)
    return isRun(first) && first.run === key ? runRow(cohort, first) : undefined
  },
  keys: ({ claims }) =>
    [
      ...new Set(
        valuesOf(claims)
          .filter(isRun)
          .map(({ run }) => run),
      ),
    ].sort(),
  places: (_row, key, cohort) => [{ place: placeOfCohort(cohort), key }],
}

/** Whether no better matching existed under the rules of then; unknown where the policy claimed no bound. */
export const isBest = ({ objective, bound }: Pick<RunRow, 'objective' | 'bound'>) => {
  if (objective === undefined || bound === undefined) return undefined
  return (['people', 'pairs', 'score'] as const).every(
    (part) => bound[part] === undefined || objective[part] === bound[part],
  )
}
