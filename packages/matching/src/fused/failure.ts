import type { Port, Values } from '@reverse-mentoring/core'

/** A failure of the run: what was wrong, in which rule, on which pair. */
export const failure = (
  problem: string,
  where: Pick<Port.PolicyFailure, 'kind' | 'rule' | 'pair' | 'thrown'> = {},
): Port.PolicyFailure => ({ _tag: 'PolicyFailure', problem, ...where })

/** A failure of a rule on one pair, or on no single one of a mentee’s. */
export const pairFailure = (
  rule: Values.Code,
  { problem, kind, thrown }: Pick<Port.PolicyFailure, 'problem' | 'kind' | 'thrown'>,
  mentor: Values.ParticipantId | undefined,
  mentee: Values.ParticipantId,
): Port.PolicyFailure => {
  const where = {
    rule,
    ...(kind !== undefined && { kind }),
    ...(thrown !== undefined && { thrown }),
  }
  return mentor === undefined
    ? failure(`${problem}, of the mentee ${mentee}`, where)
    : failure(problem, { ...where, pair: { mentor, mentee } })
}
