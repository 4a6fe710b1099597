import { type Port, Values } from '@reverse-mentoring/core'
import type { Criteria } from '../criteria/criteria.ts'
import { badLimit } from './check-limit.ts'
import { failure } from './failure.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** What is wrong with the criteria, whatever the pool. */
export const badCriteria = ({
  rules,
  scores,
  limits,
}: Criteria): Port.PolicyFailure | undefined => {
  const seen = new Set<Values.Code>()
  for (const { code } of [...rules, ...scores, ...limits]) {
    if (!Values.Code.is(code)) return failure(`“${String(code)}” is no code`)
    if (seen.has(code)) return failure('two rules have this code', { rule: code })
    seen.add(code)
  }
  for (const { code, disclosure, reads = [] } of [...rules, ...scores])
    if (reads.length > 0 && disclosure !== 'none')
      return failure(
        `reads identity and is disclosed to “${disclosure}”: what spoke for a pair would tell who somebody is; write none`,
        { rule: code },
      )
  for (const { code, least } of rules)
    if (!isCount(least))
      return failure(`asks for ${String(least)}, which is no whole number from 0`, { rule: code })
  for (const { code, points, most } of scores) {
    if (!isCount(points))
      return failure(`weighs ${String(points)}, which is no whole number from 0`, { rule: code })
    if (!isCount(most))
      return failure(`counts up to ${String(most)}, which is no whole number from 0`, {
        rule: code,
      })
  }
  for (const limit of limits) {
    const bad = badLimit(limit)
    if (bad !== undefined) return failure(bad, { rule: limit.code })
  }
  return undefined
}
