import * as t from 'io-ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { described } from '../../values/described.ts'
import { BarredPair } from '../event/relation.ts'
import { findPair, isErased } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'

/** The most pairs of one command; more are given in parts, each of which holds by itself. */
export const mostBarred = 5000

/** Nobody is barred from themselves. */
const TwoPeople = described(
  t.refinement(BarredPair, ({ first, second }) => first !== second),
  { description: 'two different people' },
)

/** Bars the pairs that an earlier cohort gave, without a cause. Pairs that are barred already, and pairs of the erased, drop out. */
export const CarryOver = commandCodec('CarryOver', { pairs: listOf(mostBarred, TwoPeople) }, {})
export interface CarryOver extends Plain<t.TypeOf<typeof CarryOver>> {}

const decideCarryOver = (order: CarryOver, cohort: OpenedCohort): Decision<SharedRefusal> => {
  const { at, by } = order
  const isAboutErased = ({ first, second }: BarredPair): boolean =>
    isErased(cohort, first) || isErased(cohort, second)
  const isNews = ({ first, second }: BarredPair): boolean =>
    !findPair(cohort, first, second).barred && !isAboutErased({ first, second })
  if (order.pairs.length > 0 && order.pairs.every(isAboutErased)) return notAllowed(by)
  const pairs = order.pairs.filter(isNews)
  if (pairs.length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  return happened({ type: 'PairsBarred', at, by, pairs })
}

export const carryOver: Kind<CarryOver> = {
  codec: CarryOver,
  roles: ['system'],
  decide: decideCarryOver,
}
