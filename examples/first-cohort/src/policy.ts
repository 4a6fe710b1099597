import { Event, type Port } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as t from 'io-ts'
import { noAttributes, type Attributes } from './attributes/check.ts'
import { criteriaOf } from './attributes/criteria.ts'
import { lawfulRules } from './attributes/lawful.ts'
import type { RosterPerson } from '@reverse-mentoring/roster'

/** A matching policy, and the rules that a cohort records of it. */
export interface ChosenPolicy {
  readonly policy: Port.MatchingPolicy
  readonly rules: ReadonlyArray<Event.MatchingRule>
  /** What whoever chose it should know. */
  readonly notes: ReadonlyArray<string>
}

/** What a policy is chosen for: attributes that were asked for, of these people. */
export interface Choice {
  readonly attributes: Attributes
  readonly people: ReadonlyArray<Pick<RosterPerson, 'attributes' | 'identity'>>
  /** Set for a policy beside another one, for which some of the attributes may be. */
  readonly isOther?: boolean
}

/** What counts in the first cohort: a topic in common is a must; being far apart in the company is welcome. */
const usual: Criteria.Criteria = Criteria.of(
  Rule.topicsMeet(),
  Score.topics({ points: 30 }),
  Score.differentRegion({ points: 8 }),
  Score.differentDepartment({ points: 12 }),
  Score.distance({ points: 3 }),
  Score.commonHours({ points: 2 }),
  Score.languages({ points: 6 }),
  Score.waiting({ points: 4 }),
)

const recordedRules = t.readonlyArray(Event.MatchingRule)

const fieldOf = (module: unknown, name: string): unknown =>
  typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined

/** Attributes that count for nothing. */
const idleNotes = ({ columns, uses }: Attributes): ReadonlyArray<string> =>
  columns
    .filter(({ code }) => uses.every(({ attribute }) => attribute !== code))
    .map(
      ({ code }) =>
        `Note: ${code} is read and counts for nothing; --use ${code}=share:10 or ${code}=differ:5 makes it count.`,
    )

/** Words of a pattern that nobody in the file has: mostly they are written otherwise there. */
const strangeWords = ({ attributes, people }: Choice): ReadonlyArray<string> =>
  attributes.uses.flatMap(({ attribute, how, text }) => {
    if (how._tag !== 'pattern' || people.length === 0) return []
    const known = new Set(people.map(({ identity }) => identity?.[attribute]))
    const strange = [how.junior, how.senior].filter(
      (word) => word !== undefined && !known.has(word),
    )
    const words = [...known].filter((word) => typeof word === 'string').sort()
    return strange.map(
      (word) =>
        `Note: --use ${text}: nobody in the file is “${word ?? ''}”; the column says ${words.slice(0, 8).join(', ') || 'nothing'}.`,
    )
  })

type Engine = (criteria: Criteria.Criteria) => Port.MatchingPolicy

const engines: Readonly<Record<string, Engine>> = {
  optimal: (criteria) => Policy.optimal({ criteria, objective: 'participation-first' }),
  greedy: (criteria) => Policy.greedy({ criteria }),
}

const builtIn = (engine: Engine, choice: Choice): E.Either<string, ChosenPolicy> => {
  const { attributes, people, isOther } = choice
  return pipe(
    criteriaOf(attributes.uses, people),
    E.map((own) => Criteria.concat(usual, own)),
    E.flatMap((criteria) => {
      const policy = engine(criteria)
      const notes = [...idleNotes(attributes), ...strangeWords(choice)]
      return pipe(
        lawfulRules(policy, Criteria.recorded(criteria), attributes, isOther),
        E.map((rules) => ({ policy, rules, notes })),
      )
    }),
  )
}

/** What a module failed with while it was loaded, and where: nobody's data is known by then. */
const told = (defect: unknown): string =>
  defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)

const fromModule =
  (path: string, { attributes, isOther }: Choice): TaskEither<string, ChosenPolicy> =>
  async () => {
    if (attributes.uses.length > 0 && isOther !== true)
      return E.left('--use is for optimal and greedy; a module says itself what counts.')
    const file = resolve(path)
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) {
      return E.left(`--policy is optimal, greedy, or a module; there is no file ${path}.`)
    }
    const loaded = await import(pathToFileURL(file).href).then(
      (module: unknown) => E.right(module),
      (defect: unknown) => E.left(`${path} cannot be loaded: ${told(defect)}`),
    )
    if (E.isLeft(loaded)) return loaded
    const module = loaded.right
    const policy = Policy.ofModule(module)
    if (policy === undefined)
      return E.left(
        `${path} exports no MatchingPolicy; name it “policy” or make it the default export.`,
      )
    const own = fieldOf(module, 'rules') ?? []
    if (!recordedRules.is(own))
      return E.left(`${path} exports “rules” that no cohort can record; see Criteria.recorded.`)
    return pipe(
      lawfulRules(policy, own, attributes, isOther),
      E.map((rules) => ({ policy: Policy.own(policy), rules, notes: [] })),
    )
  }

/**
 * The policy of a name, or that a module exports as `policy` or by default, with the `rules` that it exports beside it;
 * with the attributes that were asked for.
 */
export const choosePolicy = (
  name: string,
  choice: Choice = { attributes: noAttributes, people: [] },
): TaskEither<string, ChosenPolicy> => {
  const engine = Object.hasOwn(engines, name) ? engines[name] : undefined
  return engine === undefined
    ? fromModule(name, choice)
    : () => Promise.resolve(builtIn(engine, choice))
}
