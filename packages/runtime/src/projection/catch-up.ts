import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { bringUp, type Bench } from './bring-up.ts'
import { readHeaders, type Headers } from './headers.ts'
import type { KeptView } from './kept-view.ts'
import { worthTrying, type Behind } from './behind.ts'

/** How far a catch-up has come. */
export interface Progress {
  /** Records of the log that were passed. */
  readonly records: number
  /** Whether the end of the log was reached; not where the engine was closed on the way. */
  readonly isDone: boolean
}

type Failure = Port.Unavailable | Port.Misused

/** What a page of the log tells of one cohort. */
interface Told {
  readonly records: Array<Stored.StoredRecord>
  atLeast: Stored.Revision
}

const toldBy = ({ records, damaged }: Port.LogPage): ReadonlyMap<Values.CohortId, Told> => {
  const cohorts = new Map<Values.CohortId, Told>()
  // Records of a stream come in a row, more often than not.
  let [stream, told]: readonly [string | undefined, Told | undefined] = [undefined, undefined]
  const about = (of: string, revision: Stored.Revision): Told | undefined => {
    if (of !== stream) {
      const cohort = Stored.cohortOfStream(of)
      stream = of
      told = cohort && (cohorts.get(cohort) ?? { records: [], atLeast: 0 })
      if (cohort !== undefined && told !== undefined) cohorts.set(cohort, told)
    }
    if (told !== undefined) told.atLeast = Math.max(told.atLeast, revision)
    return told
  }
  for (const record of records) about(record.stream, record.revision)?.records.push(record)
  if (damaged !== undefined) about(damaged.stream, damaged.revision)
  return cohorts
}

/** Whether a page of the log lacks a record between two of its cohort. */
const hasHole = ({ records }: Told): boolean =>
  records.some(({ revision }, i) => i > 0 && revision !== (records[i - 1]?.revision ?? 0) + 1)

/** Whether a header has to move: it is behind, or knows another record at its revision; not where this process stopped. */
const mustMove = (
  { tried }: Bench,
  of: Port.ViewOf,
  header: Port.Header | undefined,
  { atLeast, records }: Told,
): boolean => {
  if (header === undefined) return true
  if (header.revision <= atLeast) {
    const at = records.find(({ revision }) => revision === header.revision)
    if (at !== undefined && at.id !== header.record) return true
  }
  const isStopped = header.parked !== undefined && tried.has(of, header.parked)
  return !isStopped && header.revision < atLeast
}

/** Pages that change nothing are passed by without a word; the checkpoint may lag behind so many. */
const mostSilent = 50

/** Headers are remembered for one catch-up at most. */
const mostRemembered = 20_000

/**
 * Reads the log for views that are equally far, and brings every cohort that it tells of up to date. It goes on from
 * where their checkpoints stand, or reads from elsewhere if they stand in no place of this log.
 */
export const catchUpFrom =
  (bench: Bench, views: ReadonlyArray<KeptView>, pageSize: number) =>
  async (
    start: Stored.Checkpoint | undefined,
    onPage: (records: number) => void,
    stand = start,
  ): Promise<E.Either<Failure, void>> => {
    const known = new Map<Values.CohortId, Headers>()
    const readers = views.map(({ name }) => name)

    const headersOf = async (
      cohorts: ReadonlyArray<Values.CohortId>,
    ): Promise<E.Either<Failure, ReadonlyMap<Values.CohortId, Headers>>> => {
      if (known.size > mostRemembered) known.clear()
      const unknown = cohorts.filter((cohort) => !known.has(cohort))
      const read = await readHeaders(bench.viewStore)(views, unknown)()
      if (E.isLeft(read)) return read
      for (const [cohort, headers] of read.right) known.set(cohort, headers)
      return E.right(known)
    }

    const behindOn = async (
      told: ReadonlyMap<Values.CohortId, Told>,
    ): Promise<E.Either<Failure, ReadonlyArray<Behind>>> => {
      const read = await headersOf([...told.keys()])
      if (E.isLeft(read)) return read
      const behind: Array<Behind> = []
      for (const [cohort, one] of told) {
        const stand = read.right.get(cohort)
        const moves = ([{ name }, header]: readonly [KeptView, Port.Header | undefined]) =>
          mustMove(bench, { view: name, cohort }, header, one)
        if (stand === undefined || ![...stand].some(moves)) continue
        const headers = worthTrying(bench.tried, cohort, stand)
        behind.push({ cohort, headers, records: one.records, atLeast: one.atLeast })
        known.delete(cohort)
      }
      return E.right(behind)
    }

    let [after, silent, told] = [start, 0, stand]
    for (let more = true; more && !bench.isOver();) {
      const read = await bench.store.readLog({
        limit: pageSize,
        ...(after !== undefined && { after }),
      })()
      if (E.isLeft(read)) return read
      const page = read.right
      const cohorts = toldBy(page)
      // What is remembered of such a cohort can no longer be read: nothing more is decided on it.
      for (const [cohort, one] of cohorts) if (hasHole(one)) bench.memory.forget(cohort)
      const behind = await behindOn(cohorts)
      if (E.isLeft(behind)) return behind
      const isTold = behind.right.length > 0 || !page.more || silent >= mostSilent
      silent = isTold ? 0 : silent + 1
      const isNews = isTold && page.next !== start
      const from = told === undefined ? {} : { at: told }
      const progress = isNews ? { readers, checkpoint: page.next, from } : undefined
      const done = await bringUp(bench)(behind.right, progress)
      if (E.isLeft(done)) return done
      if (isNews) told = page.next
      after = page.next
      more = page.more
      onPage(page.records.length)
    }
    return E.right(undefined)
  }
