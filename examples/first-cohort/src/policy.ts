import { Event, type Port } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as t from 'io-ts'

/** A matching policy, and the rules that a cohort records of it. */
export interface ChosenPolicy {
  readonly policy: Port.MatchingPolicy
  readonly rules: ReadonlyArray<Event.MatchingRule>
}

/** What counts in the first cohort: a topic in common is a must; being far apart in the company is welcome. */
const criteria: Criteria.Criteria = Criteria.of(
  Rule.topicsMeet(),
  Score.topics({ points: 30 }),
  Score.differentRegion({ points: 8 }),
  Score.differentDepartment({ points: 12 }),
  Score.distance({ points: 3 }),
  Score.commonHours({ points: 2 }),
  Score.languages({ points: 6 }),
  Score.waiting({ points: 4 }),
)

const rules = Criteria.recorded(criteria)

const recordedRules = t.readonlyArray(Event.MatchingRule)

const fieldOf = (module: unknown, name: string): unknown =>
  typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined

const fromModule =
  (path: string): TaskEither<string, ChosenPolicy> =>
  async () => {
    const file = resolve(path)
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) {
      return E.left(`--policy is optimal, greedy, or a module; there is no file ${path}.`)
    }
    const module: unknown = await import(pathToFileURL(file).href).catch(
      (defect: unknown) => defect,
    )
    if (module instanceof Error) {
      return E.left(`${path} cannot be loaded: ${module.message}`)
    }
    const policy = Policy.ofModule(module)
    if (policy === undefined)
      return E.left(
        `${path} exports no MatchingPolicy; name it “policy” or make it the default export.`,
      )
    const own = fieldOf(module, 'rules') ?? []
    return recordedRules.is(own)
      ? E.right({ policy: Policy.own(policy), rules: own })
      : E.left(`${path} exports “rules” that no cohort can record; see Criteria.recorded.`)
  }

/** The policy of a name, or that a module exports as `policy` or by default, with the `rules` that it exports beside it. */
export const choosePolicy = (name: string): TaskEither<string, ChosenPolicy> => {
  if (name === 'optimal') {
    const policy = Policy.optimal({ criteria, objective: 'participation-first' })
    return () => Promise.resolve(E.right({ policy, rules }))
  }
  if (name === 'greedy') {
    return () => Promise.resolve(E.right({ policy: Policy.greedy({ criteria }), rules }))
  }
  return fromModule(name)
}
