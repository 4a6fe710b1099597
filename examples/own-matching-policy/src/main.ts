import type { Values } from '@reverse-mentoring/core'
import { now } from '@reverse-mentoring/runtime'
import { policyOf, rosterOf } from './asked.ts'
import { readOptions, type Options } from './options.ts'
import { poolOf } from './pool.ts'
import { tellBoth, tellRun } from './tell.ts'

const run = async (options: Options): Promise<ReadonlyArray<string>> => {
  const roster = await rosterOf(options)
  const { policy, rules } = await policyOf(options.policy)
  const seen = poolOf(roster, rules, now())
  const context = { seed: options.seed, asOf: now() }
  if (options.compare !== undefined) {
    const other = await policyOf(options.compare)
    return tellBoth(policy, other.policy, seen, context)
  }
  const part = options.explain?.toLowerCase() ?? ''
  const isAsked = (participant: Values.ParticipantId): boolean =>
    seen.nameOf(participant).toLowerCase().includes(part)
  if (!roster.people.some(({ name }) => name.toLowerCase().includes(part)))
    throw new Error(`Nobody in the roster has “${options.explain ?? ''}” in their name.`)
  return tellRun(policy, seen, context, isAsked)
}

try {
  for (const sentence of await run(readOptions(process.argv.slice(2)))) console.log(sentence)
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem))
  process.exitCode = 2
}
