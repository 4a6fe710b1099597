import type { Code } from '../../values/code.ts'
import type { OpenedCohort } from './decision.ts'
import type { CodeList, UnknownCode } from './refusal.ts'

/** The first of these codes that the cohort's list does not have. */
export const unknownCode = (
  cohort: OpenedCohort,
  list: Exclude<CodeList, 'rules'>,
  codes: ReadonlyArray<Code>,
): UnknownCode | undefined => {
  const listed = cohort.codes[list]
  const code = codes.find((candidate) => !listed.includes(candidate))
  return code === undefined ? undefined : { _tag: 'UnknownCode', code, list }
}
