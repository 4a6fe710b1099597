import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refreshed } from './refresh.ts'

/** What one commit is to hold. */
export interface Step {
  readonly refreshed: ReadonlyArray<Refreshed>
  readonly progress?: Port.ViewCommit['progress']
}

/** The cohorts of which a header was overtaken; none where all was committed. */
export type Overtaken = ReadonlySet<Values.CohortId>

/** A commit takes no further cohort once it has so many rows. */
export const mostRows = 8000

/** The rows that these cohorts change, headers included. */
export const rowsOf = (refreshed: ReadonlyArray<Refreshed>): number =>
  refreshed.flatMap(({ changes }) => changes).reduce((sum, { rows }) => sum + 1 + rows.length, 0)

/** In groups of some thousand rows; a cohort is never split. */
const grouped = (refreshed: ReadonlyArray<Refreshed>): ReadonlyArray<ReadonlyArray<Refreshed>> => {
  const groups: Array<Array<Refreshed>> = []
  let size = Infinity
  for (const one of refreshed) {
    if (size >= mostRows) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(one)
    size += rowsOf([one])
  }
  return groups
}

/**
 * Commits what was refreshed. Where a header was overtaken, the others of its commit are committed without it. Readers
 * come to their checkpoint last, and only if nothing was overtaken.
 */
export const commitRefreshed =
  (
    viewStore: Pick<Port.ViewStore, 'commit'>,
    onCommitted: (refreshed: ReadonlyArray<Refreshed>) => void,
  ) =>
  async ({
    refreshed,
    progress,
  }: Step): Promise<E.Either<Port.Unavailable | Port.Misused, Overtaken>> => {
    const overtaken = new Set<Values.CohortId>()
    const work = grouped(refreshed.filter(({ changes }) => changes.length > 0))
    const last = work.length - 1
    for (const [i, group] of work.entries()) {
      let rest = group
      while (rest.length > 0) {
        const isEnd = i === last && progress !== undefined && overtaken.size === 0
        const changes = rest.flatMap((one) => one.changes)
        const answer = await viewStore.commit({ changes, ...(isEnd && { progress }) })()
        if (E.isRight(answer)) {
          onCommitted(rest)
          break
        }
        if (answer.left._tag !== 'Overtaken') return E.left(answer.left)
        const behind = new Set(answer.left.headers.map(({ cohort }) => cohort))
        const left = rest.filter(({ cohort }) => !behind.has(cohort))
        if (left.length === rest.length) {
          return E.left(Port.unavailable('the view store named no header that was overtaken'))
        }
        for (const cohort of behind) overtaken.add(cohort)
        rest = left
      }
      // Every cohort of the last group was overtaken: its progress is told with the next try.
    }
    if (work.length === 0 && progress !== undefined) {
      const answer = await viewStore.commit({ changes: [], progress })()
      if (E.isLeft(answer) && answer.left._tag !== 'Overtaken') return E.left(answer.left)
    }
    return E.right(overtaken)
  }
