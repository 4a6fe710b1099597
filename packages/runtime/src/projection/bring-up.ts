import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Memory } from '../cohort/memory.ts'
import { explainUnreadable } from '../cohort/unreadable.ts'
import { commitRefreshed } from './commit-refreshed.ts'
import { readHeaders } from './headers.ts'
import type { Behind } from './behind.ts'
import { refresh, type Refreshed } from './refresh.ts'
import type { Stopped } from './stopped.ts'
import type { Tried } from './tried.ts'

/** What the projector works with. */
export interface Bench {
  readonly store: Port.EventStore
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

/** What is held at the same time at most, in cohorts that are warm; a cold one counts for more. */
const width = 32
const cold = 8

/** Groups that are not too much to hold at a time. */
const grouped = (
  { memory }: Bench,
  behind: ReadonlyArray<Behind>,
): ReadonlyArray<ReadonlyArray<Behind>> => {
  const groups: Array<Array<Behind>> = [[]]
  let weight = 0
  for (const one of behind) {
    const more = memory.shown(one.cohort) === undefined ? cold : 1
    if (weight > 0 && weight + more > width) {
      groups.push([])
      weight = 0
    }
    groups.at(-1)?.push(one)
    weight += more
  }
  return groups
}

const refreshAll = async (
  bench: Bench,
  behind: ReadonlyArray<Behind>,
): Promise<E.Either<Failure, ReadonlyArray<Refreshed>>> => {
  const isWarm = ({ cohort }: Behind): boolean => bench.memory.shown(cohort) !== undefined
  const one = refresh(bench.store, bench.memory)
  const answers = await Promise.all(behind.filter(isWarm).map(one))
  // Of a cold cohort all records are held while it is read: one at a time.
  for (const cold of behind.filter((each) => !isWarm(each))) answers.push(await one(cold))
  const done: Array<Refreshed> = []
  for (const answer of answers) {
    if (E.isLeft(answer)) return answer
    done.push(answer.right)
  }
  return E.right(done)
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
    const groups = grouped(bench, behind)
    for (const [i, group] of groups.entries()) {
      const isLast = i === groups.length - 1
      let left = group
      for (let round = 0; ; round += 1) {
        if (round >= rounds) return E.left(Port.unavailable('others keep projecting this cohort'))
        const refreshed = await refreshAll(bench, left)
        if (E.isLeft(refreshed)) return refreshed
        for (const one of refreshed.right) {
          remember(bench, one)
          if (one.changes.length === 0) bench.memory.show(one.cohort, one.loaded)
        }
        const overtaken = await commit({
          refreshed: refreshed.right,
          ...(isLast && progress !== undefined && { progress }),
        })
        if (E.isLeft(overtaken)) return overtaken
        if (overtaken.right.size === 0) break
        const next = await again(bench, left, overtaken.right)
        if (E.isLeft(next)) return next
        left = next.right
      }
    }
    return E.right(undefined)
  }
