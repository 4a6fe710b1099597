import { Port, Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { LRUCache } from 'lru-cache'
import {
  changesOf,
  project,
  projecting,
  standardViews,
  type KeptView,
  type Projecting,
} from './projected.ts'
import { eventOf, nothingRead, readCohort, type Loaded, type Unreadable } from './read-cohort.ts'
import type { Receipt, Receipts } from './receipt.ts'

/** What a projector reads and writes. */
export interface ProjectorOptions {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  /** The receipts of the cohorts whose commands are awaited. */
  readonly receipts: Receipts
  readonly views?: ReadonlyArray<KeptView>
  /** Records per commit. */
  readonly pageSize?: number
  /** How many cohorts stay in memory. */
  readonly cached?: number
  /** Told after every commit. */
  readonly onProgress?: (progress: Progress) => void
  /** Told of a record that does not decode; its cohort's views stay as they are until it does. */
  readonly onParked?: (parked: Unreadable) => void
}

/** How far a catch-up has come. */
export interface Progress {
  readonly records: number
  readonly isDone: boolean
}

/** Keeps the views of all cohorts of a store, in one process. */
export interface Projector {
  /** Reads the log from where it was left, to its end. One at a time; a second call joins the first. */
  readonly catchUp: TaskEither<Port.Unavailable, Progress>
  /** Is done when the views hold what the receipt answers for. Of a receipt of others it is `Unavailable`. */
  readonly awaitView: (receipt: Receipt) => TaskEither<Port.Unavailable, void>
}

/** Opens the projector of a store. */
export const openProjector = (options: ProjectorOptions): Projector => {
  const {
    store,
    viewStore,
    receipts,
    views = standardViews,
    pageSize = 1000,
    cached = 100,
  } = options
  const reader = 'projector'
  const memory = new LRUCache<Values.CohortId, Loaded>({ max: cached })

  /** The state that the stored views show. */
  const shown = async (
    cohort: Values.CohortId,
  ): Promise<E.Either<Port.Unavailable | Unreadable, Loaded>> => {
    const known = memory.get(cohort)
    if (known !== undefined) return E.right(known)
    const header = await viewStore.header({ view: views[0]?.name ?? '', cohort })()
    if (E.isLeft(header)) return header
    const revision = header.right?.['revision']
    if (typeof revision !== 'number') return E.right(nothingRead)
    return readCohort(store, Stored.cohortStream(cohort), nothingRead, revision)()
  }

  /**
   * A record's event onto its cohort. A revision that was seen is passed over; where one was parked, the stream is read
   * from there, for this version may know it.
   */
  const take = async (
    on: Projecting,
    record: Stored.StoredRecord,
  ): Promise<E.Either<Port.Unavailable, void>> => {
    const { revision } = on.loaded
    if (record.revision <= revision) return E.right(undefined)
    const records =
      record.revision === revision + 1
        ? E.right({ records: [record] })
        : await store.readStream(record.stream, {
            after: revision,
            limit: record.revision - revision,
          })()
    if (E.isLeft(records)) return records
    for (const next of records.right.records) {
      const event = eventOf(next)
      if (E.isLeft(event)) {
        options.onParked?.(event.left)
        break
      }
      project(on, event.right)
    }
    return E.right(undefined)
  }

  const projectPage = async (
    records: ReadonlyArray<Stored.StoredRecord>,
  ): Promise<E.Either<Port.Unavailable, ReadonlyArray<Projecting>>> => {
    const cohorts = new Map<Values.CohortId, Projecting | undefined>()
    for (const record of records) {
      const id = Stored.cohortOfStream(record.stream)
      if (id === undefined) continue
      if (!cohorts.has(id)) {
        const loaded = await shown(id)
        if (E.isLeft(loaded) && loaded.left._tag === 'Unavailable') return E.left(loaded.left)
        cohorts.set(id, E.isRight(loaded) ? projecting(id, loaded.right, views) : undefined)
      }
      const on = cohorts.get(id)
      const taken = on === undefined ? E.right(undefined) : await take(on, record)
      if (E.isLeft(taken)) return taken
    }
    return E.right([...cohorts.values()].filter((on) => on !== undefined))
  }

  const nextPage = async (
    after: Stored.Checkpoint | undefined,
  ): Promise<E.Either<Port.Unavailable, Port.LogPage>> => {
    const page = await store.readLog({ limit: pageSize, ...(after !== undefined && { after }) })()
    if (E.isLeft(page) || page.right.records.length === 0) return page
    const projected = await projectPage(page.right.records)
    if (E.isLeft(projected)) return projected
    const changes = projected.right.flatMap(changesOf)
    const committed = await viewStore.commit({ reader, checkpoint: page.right.next, changes })()
    if (E.isLeft(committed)) return committed
    for (const { cohort, loaded } of projected.right) memory.set(cohort, loaded)
    return page
  }

  const readOn = async (): Promise<E.Either<Port.Unavailable, Progress>> => {
    const start = await viewStore.checkpoint(reader)()
    if (E.isLeft(start)) return start
    let records = 0
    for (let after = start.right; ;) {
      const page = await nextPage(after)
      if (E.isLeft(page)) return page
      after = page.right.next
      records += page.right.records.length
      const progress = { records, isDone: !page.right.more }
      options.onProgress?.(progress)
      if (progress.isDone) return E.right(progress)
    }
  }

  let running: Promise<E.Either<Port.Unavailable, Progress>> | undefined
  const catchUp = (): Promise<E.Either<Port.Unavailable, Progress>> => {
    running ??= readOn().finally(() => {
      running = undefined
    })
    return running
  }

  const holds = async (receipt: Receipt): Promise<E.Either<Port.Unavailable, boolean>> => {
    const receipted = receipts.read(receipt)
    if (receipted === undefined)
      return E.left(Port.unavailable('the receipt is not of these cohorts'))
    const loaded = await shown(receipted.cohort)
    if (E.isRight(loaded)) return E.right(loaded.right.revision >= receipted.revision)
    return E.left(
      loaded.left._tag === 'Unavailable'
        ? loaded.left
        : Port.unavailable(
            `a record of the cohort does not decode (revision ${String(loaded.left.revision)})`,
          ),
    )
  }

  return {
    catchUp,
    awaitView: (receipt) => async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        const is = await holds(receipt)
        if (E.isLeft(is)) return is
        if (is.right) return E.right(undefined)
        const caughtUp = await catchUp()
        if (E.isLeft(caughtUp)) return caughtUp
      }
      return E.left(
        Port.unavailable('the views of this cohort stopped at a record that does not decode'),
      )
    },
  }
}
