import type { Port, Values } from '@reverse-mentoring/core'
import { code } from '../code.ts'
import { pairsOf } from '../participant.ts'

/** People of one side of a pool: all of them, or those whose attributes are known to be these. What is given names one. */
export interface Group {
  readonly of: Values.Role
  /** Attributes of the job, as the directory has them. */
  readonly where?: Port.Attributes
  /** Identity attributes: then it does not run unless the cohort recorded a legal basis for its code. */
  readonly identity?: Port.Attributes
}

/** So many, or a share from 0 to 1 of the group’s people in the pool. */
export type Amount = number | { readonly share: number }

/** At most so many new pairs of a group, all together; or of a group with people of another one. */
export interface AtMost extends Group {
  readonly kind: 'at-most'
  readonly code: Values.Code
  /** A group of the other side: only pairs with them count. No flow counts these, so only `quota` keeps them. */
  readonly with?: Omit<Group, 'of'>
  readonly pairs: Amount
}

/** At least so many people of a group who get a new pair. */
export interface AtLeast extends Group {
  readonly kind: 'at-least'
  readonly code: Values.Code
  readonly people: Amount
}

interface Pair {
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
}

/** Pairs that must be, such as those that both agreed outside. */
export interface Together {
  readonly kind: 'together'
  readonly code: Values.Code
  readonly pairs: ReadonlyArray<Pair>
}

/** What a result must keep as a whole, and not pair by pair. */
export type Limit = AtMost | AtLeast | Together

type Options<L extends Limit> = Omit<L, 'kind'>

/**
 * A group may have so many new pairs at most; who is left for it is told so, by the code. A share is rounded down. Of a
 * group without people it keeps nothing, and `Explanation.idleLimits` names it.
 * Groups of one side must be apart or one inside the other.
 */
export const atMost = (options: Options<AtMost>): AtMost => ({
  ...{ kind: 'at-most', ...options },
  code: code(options.code),
})

/**
 * So many people of a group at least are to get a new pair, before anything else counts; a run fails where this cannot be,
 * and names what it cannot meet. A share is rounded up. Groups of one side must be apart or one inside the other.
 */
export const atLeast = (options: Options<AtLeast>): AtLeast => ({
  ...{ kind: 'at-least', ...options },
  code: code(options.code),
})

/**
 * Pairs that must be: a run fails where one of them is not admissible, or somebody is not in the pool. A pair that lives
 * already is no matter.
 */
export const together = (options: Options<Together>): Together => ({
  kind: 'together',
  code: code(options.code),
  pairs: pairsOf(options.pairs),
})
