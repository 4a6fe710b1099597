import type { Port, Values } from '@reverse-mentoring/core'

/** A failure of the run: what was wrong, in which rule, on which pair. */
export const failure = (
  problem: string,
  where: Pick<Port.PolicyFailure, 'rule' | 'pair' | 'thrown'> = {},
): Port.PolicyFailure => ({ _tag: 'PolicyFailure', problem, ...where })

/** A failure on one pair of a rule. */
export const pairFailure = (
  rule: Values.Code,
  { problem, thrown }: Pick<Port.PolicyFailure, 'problem' | 'thrown'>,
  mentor: Values.ParticipantId,
  mentee: Values.ParticipantId,
): Port.PolicyFailure =>
  failure(problem, { rule, pair: { mentor, mentee }, ...(thrown !== undefined && { thrown }) })
