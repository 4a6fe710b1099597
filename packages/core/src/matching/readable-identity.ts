import type { MatchingRule } from '../cohort/event/opening.ts'
import type { Attributes } from '../port/directory.ts'
import type { ParticipantId } from '../values/id.ts'
import { picked } from './picked.ts'
import type { IdentityOfPeople, ReadingPool } from './pool.ts'

/** Somebody, with what they said of themselves. */
export interface Identified {
  readonly participant: ParticipantId
  readonly identity: Attributes
  /** Whether their consent to `identityMatching` stands. */
  readonly hasAgreed: boolean
}

/**
 * The identity attributes that each recorded rule may read: all of who agreed, of everybody else those that the rule's
 * legal basis covers (INV39). A rule without a legal basis reads none. O(rules with one × people).
 */
export const readableIdentity = (
  rules: ReadonlyArray<MatchingRule>,
  people: ReadonlyArray<Identified>,
): NonNullable<ReadingPool['identity']> =>
  Object.fromEntries(
    rules
      .filter(({ legalBasis }) => legalBasis !== undefined)
      .map(({ code, attributes = [] }) => [code, ofPeople(people, attributes)]),
  )

const ofPeople = (
  people: ReadonlyArray<Identified>,
  covered: ReadonlyArray<string>,
): IdentityOfPeople =>
  Object.fromEntries(
    people
      .map(({ participant, identity, hasAgreed }): readonly [string, Attributes] => [
        participant,
        hasAgreed ? identity : picked(identity, covered),
      ])
      .filter(([, readable]) => Object.keys(readable).length > 0),
  )
