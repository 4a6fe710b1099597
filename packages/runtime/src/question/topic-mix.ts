import { View, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import { halted, type Halted } from '../projection/halted.ts'

/** What the sessions of a cohort were about, as shares alone; made from the state, for no row may hold it (INV35). */
export const topicMix =
  (cohorts: Pick<Cohorts, 'load'>) =>
  (cohort: Values.CohortId): TaskEither<Port.Unavailable | Port.Misused | Halted, View.TopicMix> =>
  async () => {
    const loaded = await cohorts.load(cohort)()
    if (E.isRight(loaded)) return E.right(View.topicMix(loaded.right.cohort))
    return E.left(loaded.left._tag === 'Unreadable' ? halted(cohort) : loaded.left)
  }
