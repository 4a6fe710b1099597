import { Stored, View, type Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { LRUCache } from 'lru-cache'
import { readRecords, type Read } from '../cohort/read-records.ts'
import { halted, type Halted } from '../projection/halted.ts'

/** Why there are no figures of a cohort. */
export type FiguresFailure = Port.Unavailable | Port.Misused | Halted | Command.UnknownCohort

/** What is published of a cohort. */
export type Figures = (
  cohort: Values.CohortId,
  asOf: Values.Instant,
) => TaskEither<FiguresFailure, View.Publication | undefined>

type Publications = ReadonlyArray<View.Publication>

/** Of how many cohorts the publications are remembered. */
const most = 100

/** Others get on between one publication and the next. */
const published = async (read: ReadonlyArray<Read>): Promise<Publications> => {
  const all: Array<View.Publication> = []
  for (const publication of View.publishing(read.map(({ event }) => event))) {
    all.push(publication)
    await new Promise(setImmediate)
  }
  return all
}

/**
 * The last publication at or before an instant; nothing before the first. Reads the whole stream, and computes what is
 * published once for each event that the stream ends with.
 */
export const figures = (store: Pick<Port.EventStore, 'readStream'>): Figures => {
  const remembered = new LRUCache<string, Promise<Publications>>({ max: most })

  const publicationsOf = (read: ReadonlyArray<Read>, last: Read): Promise<Publications> => {
    const known = remembered.get(last.record.id)
    if (known !== undefined) return known
    const underway = published(read)
    remembered.set(last.record.id, underway)
    return underway
  }

  return (cohort, asOf) => async () => {
    const answer = await readRecords(store, Stored.cohortStream(cohort))()
    if (E.isLeft(answer)) return answer
    const { read, stopped } = answer.right
    if (stopped !== undefined) return E.left(halted(cohort))
    const last = read.at(-1)
    if (last === undefined) return E.left({ _tag: 'UnknownCohort', cohort })
    const all = await publicationsOf(read, last)
    return E.right(all.findLast((publication) => publication.asOf <= asOf))
  }
}
