import type { Attributes } from '../port/directory.ts'
import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'
import type { ReadingPool } from './pool.ts'

const unknown: Attributes = {}

/** What a rule may read of somebody's identity in a pool; what is not in it is unknown. */
export const identityOf = (
  { identity = {} }: Pick<ReadingPool, 'identity'>,
  rule: Code,
  participant: ParticipantId,
): Attributes => {
  const people = Object.hasOwn(identity, rule) ? identity[rule] : undefined
  return people !== undefined && Object.hasOwn(people, participant)
    ? (people[participant] ?? unknown)
    : unknown
}
