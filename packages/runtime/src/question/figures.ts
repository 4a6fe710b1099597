import { Stored, View, type Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { readRecords } from '../cohort/read-records.ts'
import { halted, type Halted } from '../projection/halted.ts'

/** Why there are no figures of a cohort. */
export type FiguresFailure = Port.Unavailable | Port.Misused | Halted | Command.UnknownCohort

/** The last publication at or before an instant; nothing before the first. Reads the whole stream. */
export const figures =
  (store: Pick<Port.EventStore, 'readStream'>) =>
  (
    cohort: Values.CohortId,
    asOf: Values.Instant,
  ): TaskEither<FiguresFailure, View.Publication | undefined> =>
  async () => {
    const answer = await readRecords(store, Stored.cohortStream(cohort), 0)()
    if (E.isLeft(answer)) return answer
    const { read, stopped } = answer.right
    if (stopped !== undefined) return E.left(halted(cohort))
    if (read.length === 0) return E.left({ _tag: 'UnknownCohort', cohort })
    const all = View.publications(read.map(({ event }) => event))
    return E.right(all.findLast((publication) => publication.asOf <= asOf))
  }
