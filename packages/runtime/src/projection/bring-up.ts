import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { partition } from 'fp-ts/lib/ReadonlyArray.js'
import type { Memory } from '../cohort/memory.ts'
import type { Streams } from '../cohort/read-records.ts'
import { explainUnreadable } from '../cohort/unreadable.ts'
import { commitRefreshed, mostRows, rowsOf } from './commit-refreshed.ts'
import { readHeaders } from './headers.ts'
import type { Behind } from './behind.ts'
import { refresh, type Refreshed } from './refresh.ts'
import type { Stopped } from './stopped.ts'
import type { Tried } from './tried.ts'

/** What the projector works with. */
export interface Bench {
  readonly store: Port.EventStore & Streams
  readonly viewStore: Port.ViewStore
  readonly memory: Memory
  /** Told of what stops a cohort's views, once. */
  readonly onParked: (stopped: Stopped) => void
  /** What this process has tried and could not read on from; a start, and an upgrade, begin with none. */
  readonly tried: Tried
  /** Whether the engine is being closed: long work ends at the next page. */
  readonly isOver: () => boolean
}

type Failure = Port.Unavailable | Port.Misused

/** How often the same cohort may be overtaken before its commit counts as too contended. */
const rounds = 100

/** Cohorts that are looked at together at most; of cold ones, until there is enough for a commit. */
const width = 32

/** Cohorts brought up to date in memory, and those that wait for the next commit. */
interface Batch {
  readonly refreshed: ReadonlyArray<Refreshed>
  readonly waiting: ReadonlyArray<Behind>
}

/** As many of these cohorts as fill a commit. */
const refreshSome = async (
  { store, memory }: Bench,
  behind: ReadonlyArray<Behind>,
): Promise<E.Either<Failure, Batch>> => {
  const one = refresh(store, memory)
  const some = behind.slice(0, width)
  // Asked once of each: what is remembered changes while others are looked at.
  const { left: cold, right: warm } = partition(
    ({ cohort }: Behind) => memory.shown(cohort) !== undefined,
  )(some)
  const answers = await Promise.all(warm.map(one))
  const refreshed: Array<Refreshed> = []
  for (const answer of answers) {
    if (E.isLeft(answer)) return answer
    refreshed.push(answer.right)
  }
  // Of a cold cohort all records are held while it is read: one at a time.
  let [taken, rows] = [0, rowsOf(refreshed)]
  for (const next of cold) {
    if (rows >= mostRows) break
    const answer = await one(next)
    if (E.isLeft(answer)) return answer
    refreshed.push(answer.right)
    rows += rowsOf([answer.right])
    taken += 1
  }
  return E.right({ refreshed, waiting: [...cold.slice(taken), ...behind.slice(width)] })
}

/** What stopped a cohort here is told, and not tried again. */
const remember = (
  { tried, onParked }: Bench,
  { cohort, changes, stopped, parked }: Refreshed,
): void => {
  for (const [view, at] of parked) tried.add({ view, cohort }, at)
  if (stopped !== undefined) {
    const { revision } = stopped
    onParked({ cohort, revision, because: explainUnreadable(stopped) })
    return
  }
  for (const { view, header } of changes) {
    if (header.parked !== undefined) onParked({ cohort, view, ...header.parked })
  }
}

/** The headers, read once more, of cohorts that others have brought further meanwhile. */
const again = async (
  { viewStore }: Bench,
  behind: ReadonlyArray<Behind>,
  overtaken: ReadonlySet<Values.CohortId>,
): Promise<E.Either<Failure, ReadonlyArray<Behind>>> => {
  if (overtaken.size === 0) return E.right([])
  const left = behind.filter(({ cohort }) => overtaken.has(cohort))
  const views = [...new Set(left.flatMap(({ headers }) => [...headers.keys()]))]
  const read = await readHeaders(viewStore)(
    views,
    left.map(({ cohort }) => cohort),
  )()
  if (E.isLeft(read)) return read
  return E.right(
    left.map((one) => {
      const stand = [...(read.right.get(one.cohort) ?? one.headers)]
      return { ...one, headers: new Map(stand.filter(([view]) => one.headers.has(view))) }
    }),
  )
}

/**
 * Brings the views of these cohorts up to date, whoever else does the same meanwhile; then readers come to their
 * checkpoint.
 */
export const bringUp =
  (bench: Bench) =>
  async (
    behind: ReadonlyArray<Behind>,
    progress?: Port.ViewCommit['progress'],
  ): Promise<E.Either<Failure, void>> => {
    const commit = commitRefreshed(bench.viewStore, (done) => {
      for (const { cohort, loaded } of done) bench.memory.show(cohort, loaded)
    })
    let waiting = behind
    const times = new Map<Values.CohortId, number>()
    do {
      const batch = await refreshSome(bench, waiting)
      if (E.isLeft(batch)) return batch
      const { refreshed } = batch.right
      for (const one of refreshed) {
        remember(bench, one)
        if (one.changes.length === 0) bench.memory.show(one.cohort, one.loaded)
      }
      const isLast = batch.right.waiting.length === 0
      const overtaken = await commit({
        refreshed,
        ...(isLast && progress !== undefined && { progress }),
      })
      if (E.isLeft(overtaken)) return overtaken
      for (const cohort of overtaken.right) {
        const count = (times.get(cohort) ?? 0) + 1
        times.set(cohort, count)
        if (count >= rounds) return E.left(Port.unavailable('others keep projecting this cohort'))
      }
      const next = await again(bench, waiting, overtaken.right)
      if (E.isLeft(next)) return next
      waiting = [...next.right, ...batch.right.waiting]
    } while (waiting.length > 0)
    return E.right(undefined)
  }
