import type { Values } from '@reverse-mentoring/core'
import { now } from '@reverse-mentoring/runtime'
import { policyOf, rosterOf } from './asked.ts'
import { readOptions } from './options.ts'
import { poolOf } from './pool.ts'
import { tellBoth, tellRun } from './tell.ts'

/** What the command says for these words; throws what is wrong with them, or with what they name. */
export const command = async (words: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const options = readOptions(words)
  const roster = await rosterOf(options)
  const { policy, rules, notes } = await policyOf(options.policy, options, roster)
  const context = { seed: options.seed, asOf: now(), development: true }
  if (options.compare !== undefined) {
    const other = await policyOf(options.compare, options, roster, true)
    const seen = poolOf(roster, [...rules, ...other.rules], context.asOf)
    const both = [
      { policy, asked: options.policy },
      { policy: other.policy, asked: options.compare },
    ] as const
    return [...notes, ...tellBoth(both, seen, context)]
  }
  const seen = poolOf(roster, rules, context.asOf)
  const part = options.explain?.toLowerCase() ?? ''
  const isAsked = (participant: Values.ParticipantId): boolean =>
    seen.nameOf(participant).toLowerCase().includes(part)
  if (!roster.people.some(({ name }) => name.toLowerCase().includes(part)))
    throw new Error(`Nobody in the roster has “${options.explain ?? ''}” in their name.`)
  return [...notes, ...tellRun(policy, seen, context, isAsked)]
}
