import { choosePolicy, type ChosenPolicy } from '@reverse-mentoring/first-cohort/policy'
import { readSource, sayProblems } from '@reverse-mentoring/first-cohort/roster'
import type { Roster } from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'
import type { Options } from './options.ts'

/** A roster without a wrong row, or what is wrong with each. */
export const rosterOf = async ({ roster: file, reading, attributes }: Options): Promise<Roster> => {
  const read = await readSource(file, reading, attributes)
  if (E.isLeft(read)) throw new Error(read.left)
  const roster = read.right
  if (roster.problems.length > 0) throw new Error(sayProblems(file, roster))
  return roster
}

/** A policy by its name or module, for the attributes that were asked for. */
export const policyOf = async (
  name: string,
  { attributes }: Options,
  { people }: Roster,
  isOther = false,
): Promise<ChosenPolicy> => {
  const chosen = await choosePolicy(name, { attributes, people, isOther })()
  if (E.isLeft(chosen)) throw new Error(chosen.left)
  return chosen.right
}
