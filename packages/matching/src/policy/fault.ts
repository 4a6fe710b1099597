import type { Port, Values } from '@reverse-mentoring/core'
import type { Cancelled, Overlap } from '../engine/solution.ts'
import type { SolveFault } from '../engine/solve.ts'
import { failure } from '../fused/failure.ts'
import type { ToldLimits } from '../fused/limits.ts'

const named = (
  { limits, floors }: ToldLimits,
  { kind, at }: Overlap['one'],
): Port.PeopleGroup | undefined => (kind === 'limit' ? limits : floors)[at]

/** What an engine could not do, told of people’s limits and floors; of those that read identity no number. */
export const tellFault = (
  fault: SolveFault | Port.PolicyFailure,
  told: ToldLimits,
  isTold: (code: Values.Code) => boolean,
): Port.PolicyFailure | Cancelled => {
  switch (fault._tag) {
    case 'Cancelled':
    case 'PolicyFailure':
      return fault
    case 'BeyondExact':
    case 'BadProblem':
      return failure(fault.problem)
    case 'Uncounted':
      return failure('limits on pairs of two groups: `quota` keeps them')
    case 'Unmet': {
      const floors = fault.floors.flatMap((at) => told.floors[at] ?? [])
      const words = floors
        .map(({ code, atLeast }) => (isTold(code) ? `“${code}” (${String(atLeast)})` : `“${code}”`))
        .join(', ')
      const [first] = floors
      return failure(
        `no result gives so many people of ${words} a pair: lower a floor, or open more pairs`,
        first === undefined ? {} : { rule: first.code },
      )
    }
    case 'Overlap': {
      const [one, other] = [named(told, fault.one), named(told, fault.other)]
      return failure(
        `the groups of “${one?.code ?? ''}” and “${other?.code ?? ''}” overlap: let one lie inside the other, or apart`,
        one === undefined ? {} : { rule: one.code },
      )
    }
  }
}
