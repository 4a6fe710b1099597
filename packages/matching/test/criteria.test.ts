import { Criteria, Rule, Score } from '@reverse-mentoring/matching'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf } from './people.ts'

const parts = [
  Rule.topicsMeet(),
  Rule.otherRegion(),
  Score.topics({ points: 3 }),
  Score.waiting({ points: 1 }),
  Score.own({ code: codeOf('mine'), disclosure: 'none', points: () => 1 }),
]
const criteria = fc.array(fc.constantFrom(...parts)).map((some) => Criteria.of(...some))

test('criteria are a monoid', () => {
  fc.assert(
    fc.property(criteria, criteria, criteria, (a, b, c) => {
      expect(Criteria.concat(Criteria.concat(a, b), c)).toEqual(
        Criteria.concat(a, Criteria.concat(b, c)),
      )
      expect(Criteria.concat(Criteria.empty, a)).toEqual(a)
      expect(Criteria.concat(a, Criteria.empty)).toEqual(a)
    }),
  )
})

test('parts go where they belong, in their order', () => {
  const { rules, scores } = Criteria.of(...parts)
  expect(rules).toEqual(parts.slice(0, 2))
  expect(scores).toEqual(parts.slice(2))
  expect(Criteria.recorded(Criteria.of(...parts)).map(({ code }) => code)).toEqual(
    parts.map(({ code }) => code),
  )
})
