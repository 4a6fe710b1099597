import type { MatchingContext, PolicyFailure } from '../port/matching-policy.ts'

/** A trace is told up to so many letters. */
const mostLetters = 4_000

/** The class of what was thrown. It is told everywhere, so what is no plain name is not told. */
const kindOf = (defect: unknown): string => {
  if (!(defect instanceof Error)) return typeof defect
  return /^\w{1,40}$/.test(defect.name) ? defect.name : 'Error'
}

const textOf = (defect: unknown): string => {
  try {
    const text = defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)
    return text.slice(0, mostLetters)
  } catch {
    return ''
  }
}

/**
 * What to tell of something that was thrown: its class, and in development also its message and where it was thrown. A
 * message may hold what a policy knows of somebody, so nobody else is told it.
 */
export const tellThrown = (
  defect: unknown,
  { development }: Pick<MatchingContext, 'development'>,
): Required<Pick<PolicyFailure, 'problem' | 'kind'>> & Pick<PolicyFailure, 'thrown'> => ({
  kind: 'broken',
  problem: `threw (${kindOf(defect)})`,
  ...(development === true && { thrown: textOf(defect) }),
})

/** The failure of a policy that threw. */
export const policyThrew = (defect: unknown, context: MatchingContext): PolicyFailure => {
  const told = tellThrown(defect, context)
  return { _tag: 'PolicyFailure', ...told, problem: `the policy ${told.problem}` }
}
