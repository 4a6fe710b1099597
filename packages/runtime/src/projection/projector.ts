import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Memory } from '../cohort/memory.ts'
import { nameOf } from '../port/guarded.ts'
import type { Receipt, Receipts } from '../receipt.ts'
import { bringing } from './bringing.ts'
import type { Bench } from './bring-up.ts'
import { catchUpFrom, type Progress } from './catch-up.ts'
import type { KeptView } from './kept-view.ts'
import type { Halted } from './halted.ts'
import { retryParked } from './retry-parked.ts'
import type { Stopped } from './stopped.ts'
import { nothingTried } from './tried.ts'
import { verifyHeaders } from './verify-headers.ts'

/** What a projector reads and writes. */
export interface ProjectorOptions {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly memory: Memory
  /** The receipts of the cohorts whose commands are awaited. */
  readonly receipts: Receipts
  readonly views: ReadonlyArray<KeptView>
  /** Records of the log per page. */
  readonly pageSize: number
  /** Told after every page. */
  readonly onProgress: (progress: Progress) => void
  /** Told once of what stops a cohort's views. */
  readonly onParked: (stopped: Stopped) => void
  /** Told of how many cohorts views showed another log. */
  readonly onOtherLog: (cohorts: number) => void
  /** Whether long work is to end at the next page. */
  readonly isOver: () => boolean
}

type Failure = Port.Unavailable | Port.Misused

/** Why a view does not show what a receipt answers for. */
export type AwaitFailure = Failure | Halted

/** Keeps the views of all cohorts of a store; any number of them may, in any number of processes. */
export interface Projector {
  /**
   * Reads the log from where each view was left, to its end, or until all who asked say that it is over. One at a time;
   * a call while one runs is answered by the next one.
   */
  readonly catchUp: (isOver?: () => boolean) => TaskEither<Failure, Progress>
  /** Is done when the views hold what the receipt answers for: at once where they do, after one header read. */
  readonly awaitView: (
    receipt: Receipt,
    view?: Pick<KeptView, 'name'>,
  ) => TaskEither<AwaitFailure, void>
}

const groupedByPlace = (
  views: ReadonlyArray<KeptView>,
  checkpoints: ReadonlyArray<Stored.Checkpoint | undefined>,
): ReadonlyMap<Stored.Checkpoint | undefined, ReadonlyArray<KeptView>> => {
  const groups = new Map<Stored.Checkpoint | undefined, ReadonlyArray<KeptView>>()
  for (const [i, view] of views.entries()) {
    const at = checkpoints[i]
    groups.set(at, [...(groups.get(at) ?? []), view])
  }
  return groups
}

/** Each is told once in the life of a process. */
const once = (tell: (stopped: Stopped) => void): ((stopped: Stopped) => void) => {
  const told = new Map<string, Stored.Revision>()
  return (stopped) => {
    const what = `${stopped.cohort} ${stopped.view ?? ''}`
    if (told.get(what) === stopped.revision) return
    told.set(what, stopped.revision)
    tell(stopped)
  }
}

/** Opens the projector of a store. */
export const openProjector = (options: ProjectorOptions): Projector => {
  const { store, viewStore, memory, receipts, views, pageSize, onProgress, onOtherLog } = options
  const kept: Bench = {
    store,
    viewStore,
    memory,
    onParked: once(options.onParked),
    tried: nothingTried(),
    isOver: options.isOver,
  }

  const catchUpGroup = async (
    bench: Bench,
    group: ReadonlyArray<KeptView>,
    start: Stored.Checkpoint | undefined,
    onPage: (records: number) => void,
  ): Promise<E.Either<Failure, void>> => {
    const done = await catchUpFrom(bench, group, pageSize)(start, onPage)
    const isForeign = E.isLeft(done) && done.left._tag === 'Misused' && start !== undefined
    if (!isForeign) return done
    // A checkpoint of another log: the hint is dropped, and every header has to prove itself.
    const verified = await verifyHeaders(bench, group, onOtherLog)
    return E.isLeft(verified)
      ? verified
      : catchUpFrom(bench, group, pageSize)(undefined, onPage, start)
  }

  /** How many doubts there were when every header was held against the log; at first it never was. */
  let settled: number | undefined
  let verifying: Promise<E.Either<Failure, void>> | undefined
  const verifyNow = async (bench: Bench): Promise<E.Either<Failure, void>> => {
    const doubts = memory.doubts()
    const verified = await verifyHeaders(bench, views, onOtherLog)
    if (E.isRight(verified) && !bench.isOver()) settled = doubts
    return verified
  }
  /** Whoever asks while it is done waits for the same one; a doubt that came since begins it again. */
  const verify = async (bench: Bench): Promise<E.Either<Failure, void>> => {
    while (settled !== memory.doubts()) {
      verifying ??= verifyNow(bench).finally(() => {
        verifying = undefined
      })
      const verified = await verifying
      if (E.isLeft(verified) || bench.isOver()) return verified
    }
    return E.right(undefined)
  }

  const readOn = async (isOver: () => boolean): Promise<E.Either<Failure, Progress>> => {
    const bench = { ...kept, isOver: () => kept.isOver() || isOver() }
    const verified = await verify(bench)
    if (E.isLeft(verified)) return verified
    const retried = await retryParked(bench, views)
    if (E.isLeft(retried)) return retried
    const checkpoints: Array<Stored.Checkpoint | undefined> = []
    for (const { name } of views) {
      const at = await viewStore.checkpoint(name)()
      if (E.isLeft(at)) return at
      checkpoints.push(at.right)
    }
    let records = 0
    for (const [start, group] of groupedByPlace(views, checkpoints)) {
      const done = await catchUpGroup(bench, group, start, (more) => {
        records += more
        onProgress({ records, isDone: false })
      })
      if (E.isLeft(done)) return done
    }
    const progress = { records, isDone: !bench.isOver() }
    onProgress(progress)
    return E.right(progress)
  }

  let running: Promise<E.Either<Failure, Progress>> | undefined
  let next: Promise<E.Either<Failure, Progress>> | undefined
  let asking: ReadonlyArray<() => boolean> = []
  const start = (asked: ReadonlyArray<() => boolean>): Promise<E.Either<Failure, Progress>> => {
    running = readOn(() => asked.every((isOver) => isOver()))
      .catch((thrown: unknown) =>
        E.left(Port.unavailable(`a defect while views were kept (${nameOf(thrown)})`)),
      )
      .finally(() => {
        running = undefined
      })
    return running
  }
  /** What is asked while a catch-up runs may lie behind where it has been: the next one answers. */
  const catchUp = (isOver: () => boolean): Promise<E.Either<Failure, Progress>> => {
    if (running === undefined) return start([isOver])
    asking = [...asking, isOver]
    next ??= running.then(() => {
      const asked = asking
      next = undefined
      asking = []
      return start(asked)
    })
    return next
  }

  const bring = bringing(kept, views)
  return {
    catchUp:
      (isOver = () => false) =>
      () =>
        catchUp(isOver),
    awaitView: (receipt, view) => () => {
      const receipted = receipts.read(receipt)
      if (receipted === undefined)
        return Promise.resolve(E.left(Port.misused('the receipt is not of these cohorts')))
      if (memory.doubts() === (settled ?? 0)) return bring(receipted, view)
      // A command has met another log than the one that views may show.
      return verify(kept).then((verified) =>
        E.isLeft(verified) ? verified : bring(receipted, view),
      )
    },
  }
}
