import type { Port, Values } from '@reverse-mentoring/core'
import { Criteria, Limit, Policy, Rule, Score } from '@reverse-mentoring/matching'
import { quota, type Solver } from '@reverse-mentoring/matching/quota'
import * as E from 'fp-ts/lib/Either.js'
import { createRequire } from 'node:module'
import { interleaved } from '../measure.ts'
import { type Row, atMost } from '../row.ts'
import { company } from './people.ts'

// The package is CommonJS, and its types say so of the default export only.
const highs = createRequire(import.meta.url)('highs') as () => Promise<Solver>

const context: Port.MatchingContext = {
  seed: 1,
  asOf: '2026-03-01T10:00:00.000Z' as Values.Instant,
}

const wanted = [
  Rule.topicsMeet(),
  Rule.languagesMeet(),
  Rule.zonesOverlap({ hours: 2 }),
  Score.topics({ points: 20 }),
  Score.differentDepartment({ points: 10 }),
  Score.waiting({ points: 1, mostWeeks: 26 }),
]

const within = (region: string) => ({ where: { region } })

/** Two kinds of pairs, and two groups that overlap: no flow can count them. */
const limits = [
  ...['emea', 'americas'].map((region) =>
    Limit.atMost({
      code: `${region}-at-home` as Values.Code,
      of: 'mentor',
      ...within(region),
      with: within(region),
      pairs: 15,
    }),
  ),
  Limit.atMost({ code: 'emea' as Values.Code, of: 'mentee', ...within('emea'), pairs: 60 }),
  Limit.atMost({
    code: 'one-department' as Values.Code,
    of: 'mentee',
    where: { department: 'department-1' },
    pairs: 5,
  }),
]

/** So many runs without those limits may one within them cost. */
const most = 30

/** What limits cost that only branch and bound can keep, proved within the node limit. */
export async function* quotaRows(): AsyncGenerator<Row> {
  const pool = company(250, 3)
  const objective = 'participation-first'
  const work =
    'matching: quota, 250 × 250, limits on two kinds of pairs and two groups that overlap'
  process.stderr.write(`${work} …\n`)
  const limited = quota({
    solver: await highs(),
    criteria: Criteria.of(...wanted, ...limits),
    objective,
  })
  const free = Policy.optimal({ criteria: Criteria.of(...wanted), objective })
  const found = limited.propose(pool, context)
  if (E.isLeft(found)) throw new Error(found.left.problem)
  const { worth, bound } = found.right
  if (JSON.stringify(bound) !== JSON.stringify(worth)) throw new Error('the best was not proved')
  const [here = Number.NaN, there = Number.NaN] = await interleaved(5, [
    () => limited.propose(pool, context),
    () => free.propose(pool, context),
  ])
  yield atMost(
    `${work}, proved, ${String(worth.pairs)} pairs worth ${String(worth.score)}`,
    here,
    ['the same run without those limits, certified', there],
    most,
  )
}
