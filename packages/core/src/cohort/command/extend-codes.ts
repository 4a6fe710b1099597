import * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { described } from '../../values/described.ts'
import type { Plain } from '../../values/plain.ts'
import { codesFields, type GrowingList } from '../event/opening.ts'
import { happened, nothing, refuse, type Decision, type OpenedCohort } from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal, UnsoundRules } from './refusal.ts'

/** The most codes that a list has, those of the opening among them. */
export const mostCodes: Readonly<Record<GrowingList, number>> = {
  topics: 1000,
  goals: 500,
  objectives: 500,
  questions: 500,
  themes: 500,
}

const someCodes = described(
  t.refinement(t.readonlyArray(Code), ({ length }) => length > 0 && length <= 500),
  { description: 'one to 500 codes', minItems: 1, maxItems: 500 },
)

/** Adds codes to a list; none is ever taken away. What is there already drops out. */
export const ExtendCodes = commandCodec('ExtendCodes', { ...codesFields, codes: someCodes }, {})
export interface ExtendCodes extends Plain<t.TypeOf<typeof ExtendCodes>> {}

const decideExtendCodes = (
  order: ExtendCodes,
  cohort: OpenedCohort,
): Decision<SharedRefusal | UnsoundRules> => {
  const { at, by, list } = order
  const known = new Set(cohort.codes[list])
  const codes = [...new Set(order.codes)].filter((code) => !known.has(code))
  if (codes.length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (known.size + codes.length > mostCodes[list])
    return refuse({ _tag: 'UnsoundRules', problem: 'too-many-codes' })
  return happened({ type: 'CodesExtended', at, by, list, codes })
}

export const extendCodes: Kind<ExtendCodes> = {
  codec: ExtendCodes,
  roles: ['coordinator'],
  decide: decideExtendCodes,
}
