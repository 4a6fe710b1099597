import type { Event, Matching, Values } from '@reverse-mentoring/core'
import type { About, Disclosure, Rule } from '../rule/rule.ts'

/** Who asks: one of the pair, or who runs the cohort. */
export type Viewer = Values.Role | 'coordinator'

type Part = Pick<Rule, 'code' | 'disclosure' | 'about'>

/** What criteria say of who may be told; of a policy without criteria, what its cohort records. */
export interface Disclosing {
  readonly rules: ReadonlyArray<Part>
  readonly scores: ReadonlyArray<Part>
}

const openness: ReadonlyArray<Disclosure> = ['none', 'self', 'both']

/** The stricter of what a rule allows and what the cohort recorded; what it did not record is told to nobody. */
const disclosureOf = (
  own: Disclosure,
  recorded: Event.MatchingRule['disclosure'] = 'none',
): Disclosure => (openness.indexOf(own) < openness.indexOf(recorded) ? own : recorded)

const mayLearn = (viewer: Viewer, disclosure: Disclosure, about: About): boolean => {
  if (disclosure !== 'self') return disclosure === 'both'
  return viewer !== 'coordinator' && (about === 'both' || about === viewer)
}

/** Whether a viewer may be told that a rule or score of the criteria spoke for a pair. */
export const tells = (
  viewer: Viewer,
  { rules, scores }: Disclosing,
  recorded: Matching.MatchingPool['rules'],
): ((rule: Values.Code) => boolean) => {
  const told = new Set<Values.Code>()
  for (const { code, disclosure, about } of [...rules, ...scores]) {
    const inCohort = recorded.find((rule) => rule.code === code)?.disclosure
    if (mayLearn(viewer, disclosureOf(disclosure, inCohort), about)) told.add(code)
  }
  return (rule) => told.has(rule)
}
