import { isDeepStrictEqual } from 'node:util'
import { Matching, type Port } from '@reverse-mentoring/core'
import { policyLaw, type Tried } from './trial.ts'

type People = Matching.IdentityOfPeople

/** A rule that no policy has. */
const nobodys = 'a-rule-of-nobody'

/** What the pool, the policy and anybody might call an identity attribute, with values that it has somewhere. */
const namesIn = (
  { identity = {} }: Matching.ReadingPool,
  { reads = [] }: Tried['policy'],
): ReadonlyMap<string, ReadonlyArray<Port.AttributeValue>> => {
  const names = new Map<string, Array<Port.AttributeValue>>([['gender', ['woman', 'man']]])
  for (const { attributes } of reads) for (const name of attributes) names.set(name, ['x', 'y'])
  for (const people of Object.values(identity)) {
    for (const [name, value] of Object.values(people).flatMap((one) => Object.entries(one))) {
      const values = names.get(name) ?? []
      if (!values.includes(value)) values.push(value)
      names.set(name, values)
    }
  }
  return names
}

/**
 * The pool with the identity that the policy may see, and everything else of it made up: for every rule, person and
 * attribute one of its values, chosen by a number.
 */
const elseMadeUp = (
  pool: Matching.ReadingPool,
  policy: Tried['policy'],
  choose: (n: number) => number,
): Matching.ReadingPool => {
  const seen = Matching.poolFor(policy, pool).identity ?? {}
  const names = namesIn(pool, policy)
  const madeUp = (rule: string, participant: string): Port.Attributes => {
    const mine = seen[rule]
    const own = policy.reads?.filter((use) => use.rule === rule).flatMap((use) => use.attributes)
    return Object.fromEntries(
      [...names].flatMap(([name, values], i) => {
        if (mine !== undefined && own?.includes(name) === true) {
          const value = mine[participant]?.[name]
          return value === undefined ? [] : [[name, value]]
        }
        const value = values[choose(Number(participant.slice(-4)) + i) % (values.length + 1)]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
  const rules = new Set([
    ...Object.keys(pool.identity ?? {}),
    ...pool.rules.map(({ code }) => code),
    nobodys,
  ])
  const people = [...pool.mentors, ...pool.mentees].map(({ participant }) => participant)
  const ofRule = (rule: string): People =>
    Object.fromEntries(people.map((participant) => [participant, madeUp(rule, participant)]))
  return { ...pool, identity: Object.fromEntries([...rules].map((rule) => [rule, ofRule(rule)])) }
}

/** What a policy makes of a pool: its result, and what each pair is worth to it. */
const madeOf = async ({ pool: { mentors, mentees }, ofAll }: Tried, pool: Matching.ReadingPool) => {
  const scores = ofAll.scores(pool)
  const worth = mentors.flatMap((mentor) => mentees.map((mentee) => scores?.score(mentor, mentee)))
  return { result: await ofAll.propose(pool), worth }
}

/**
 * INV39: an engine hands a policy what it may see. The law hands it more, and other things each time, so that it finds
 * who looks.
 */
export const unseenIdentity = policyLaw(
  'INV39 identity that the policy does not say it reads, or may not read, changes nothing',
  async (tried) => {
    const { policy, pool, below } = tried
    const seen = await madeOf(tried, Matching.poolFor(policy, pool))
    const choices = [(n: number) => n, () => 0, (n: number) => n + 1 + below(7)]
    for (const choose of choices) {
      const made = await madeOf(tried, elseMadeUp(pool, policy, choose))
      if (!isDeepStrictEqual(made, seen))
        return 'other identity that it may not see, another result'
    }
    return undefined
  },
)
