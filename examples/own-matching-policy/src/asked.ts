import { readFile } from 'node:fs/promises'
import { choosePolicy, type ChosenPolicy } from '@reverse-mentoring/first-cohort/policy'
import { readRoster, sayProblem, type Roster } from '@reverse-mentoring/first-cohort/roster'
import * as E from 'fp-ts/lib/Either.js'
import type { Options } from './options.ts'

/** A roster without a wrong row, or what is wrong with each. */
export const rosterOf = async ({
  roster: file,
  mentorIs,
  attributes,
}: Options): Promise<Roster> => {
  const bytes = await readFile(file).catch(() => {
    throw new Error(`There is no file ${file} that can be read.`)
  })
  const read = readRoster(bytes, {
    attributes,
    ...(mentorIs !== undefined && { mentorIs }),
  })
  if (E.isLeft(read))
    throw new Error(`${file}: ${read.left.problem}. To mend it, ${read.left.mend}.`)
  const { problems } = read.right
  if (problems.length > 0) throw new Error([file, ...problems.map(sayProblem)].join('\n  '))
  return read.right
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
