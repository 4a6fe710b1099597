import { Cohort } from '@reverse-mentoring/core'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { isWhole, largeCohort } from './large-cohort.ts'

const folded = (history: ReturnType<typeof largeCohort>, times: number) => () => {
  for (let i = 0; i < times; i += 1) Cohort.foldCohort(history)
}

/** The cost of one event does not grow with the history. */
export async function* foldRows(): AsyncGenerator<Row> {
  const [small, large] = [largeCohort(10_000), largeCohort(100_000)]
  if (!isWhole(small) || !isWhole(large)) throw new Error('the benchmark folds nonsense')
  const [few = Number.NaN, many = Number.NaN] = await interleaved(7, [
    folded(small, 10),
    folded(large, 1),
  ])
  yield atMost(
    'fold: one event of 100 000',
    many / 100_000,
    ['one event of 10 000', few / 100_000],
    3,
  )
}
