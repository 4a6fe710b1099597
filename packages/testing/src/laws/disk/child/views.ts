import type { Port, Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { cohorts, view } from '../shown.ts'
import type { CommitTask } from '../task.ts'
import { patiently, right, say } from './talk.ts'

const placeOf = (cohort: Values.CohortId): string => `cohort/${cohort}`

/** Each commit adds so many rows that bear its mark, and says it as the last one. */
export const commitAll = async (
  store: Port.ViewStore,
  { by, times, size }: CommitTask,
): Promise<void> => {
  for (let [won, tried] = [0, 0]; won < times; tried += 1) {
    const stand = await right('reading', store.headers(cohorts.map((cohort) => ({ view, cohort }))))
    const mark = `${String(by)}-${String(won)}-${String(tried)}`
    const changes = cohorts.slice(0, 1 + (won % 2)).map((cohort, i): Port.ViewChange => ({
      ...{ view, cohort, after: stand[i]?.version ?? 0 },
      header: { revision: won, frame: { mark } },
      rows: [
        ...Array.from(
          { length: size },
          (_, n) => [placeOf(cohort), `${mark}/${String(n)}`, { mark }] as const,
        ),
        [placeOf(cohort), 'last', { mark }],
      ],
    }))
    const progress = { readers: [view], checkpoint: mark }
    const answer = await patiently(store.commit({ changes, progress }))
    if (E.isRight(answer)) {
      won += 1
      say({ is: 'committed', versions: changes.map(({ after }) => after + 1), mark })
    } else if (answer.left._tag === 'Overtaken') say({ is: 'overtaken' })
    else await right('writing', () => Promise.resolve(answer))
  }
}

const markIn = ({ mark }: Stored.JsonObject): string => (typeof mark === 'string' ? mark : 'none')

export const show = async (store: Port.ViewStore): Promise<void> => {
  const headers = await right('reading', store.headers(cohorts.map((cohort) => ({ view, cohort }))))
  const all = await Promise.all(
    cohorts.map(async (cohort, i) => {
      const page = await right('reading', store.rows(view, placeOf(cohort), { limit: 1_000_000 }))
      const rows = page.rows.map(({ key, row }) => `${key}=${markIn(row)}`)
      const header = headers[i]
      return { version: header?.version ?? 0, mark: markIn(header?.frame ?? {}), rows }
    }),
  )
  const checkpoint = await right('reading', store.checkpoint(view))
  say({ is: 'shown', cohorts: all, ...(checkpoint !== undefined && { checkpoint }) })
}
