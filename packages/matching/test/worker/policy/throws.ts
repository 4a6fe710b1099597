import type { Values } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { workerData } from 'node:worker_threads'

const code = (text: string): Values.Code => text as Values.Code

const fail = (): never => {
  throw new RangeError('Alice')
}

// Its thread does not end by itself.
if (typeof workerData === 'object' && workerData !== null && 'module' in workerData)
  setInterval(() => undefined, 1_000)

/** Throws in a rule or a score, as an attribute of the mentor says. */
export default Policy.optimal({
  criteria: Criteria.of(
    Rule.own({
      code: code('my-rule'),
      disclosure: 'none',
      judge: ({ attributes }) => attributes['throws'] !== 'rule' || fail(),
    }),
    Score.own({
      code: code('my-score'),
      disclosure: 'none',
      points: ({ attributes }) => (attributes['throws'] === 'score' ? fail() : 1),
    }),
  ),
  objective: 'participation-first',
})
