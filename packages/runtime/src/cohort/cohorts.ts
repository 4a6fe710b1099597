import { Command, Port, type Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { partition } from 'fp-ts/lib/ReadonlyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { guarded } from '../port/guarded.ts'
import type { Receipt, Receipts } from '../receipt.ts'
import type { Sources } from '../sources.ts'
import { commitBatch, type Answer, type Committing, type HandleFailure } from './commit-batch.ts'
import type { Waiting } from './decide-batch.ts'
import { defect, type Defect } from './defect.ts'
import { latestSaid } from './latest-said.ts'
import { unknownZone } from './known-zone.ts'
import type { Loaded } from './loaded.ts'
import type { Memory } from './memory.ts'
import { readOrigin, type Origin } from './origin.ts'
import type { Streams } from './read-records.ts'
import type { ReadFailure } from './unreadable.ts'

/** What the cohorts live on. */
export interface CohortsOptions {
  readonly store: Port.EventStore & Streams
  readonly memory: Memory
  readonly sources: Sources
  readonly receipts: Receipts
  readonly list: Committing['list']
  /** Answers in time in any case. */
  readonly inTime: ReturnType<typeof guarded>
}

/** The cohorts of one store. */
export interface Cohorts {
  /**
   * Answers a command once what it leads to is stored, or that time is up. Commands on one cohort that come while an
   * append is under way go out together in the next one. Whom they enrol is listed in the directory first, and who is
   * refused is not. Repeating a command is safe.
   */
  readonly handle: (
    command: Command.Command,
    origin?: Origin,
  ) => TE.TaskEither<HandleFailure, Receipt>
  /** The same for a command that was read already, and that nobody else can change; in the time of who asks, if it says whether that is up. */
  readonly answer: (
    command: Command.Command,
    origin?: Origin,
    isLate?: () => boolean,
  ) => TE.TaskEither<HandleFailure, Receipt>
  /** The state as it is now, and its revision. */
  readonly load: (cohort: Values.CohortId) => TE.TaskEither<ReadFailure, Loaded>
  /** Takes no more commands, and is done when all that wait have been answered. */
  readonly drain: () => Promise<void>
}

interface Queued extends Waiting {
  readonly isLate: () => boolean
  readonly tell: (answer: Answer) => void
  isTold: boolean
}

interface Queue {
  waiting: Array<Queued>
  isBusy: boolean
}

/** The most commands that one append holds. */
const largestBatch = 256

const tooLate = Port.unavailable('its turn did not come in time')

/** Opens the cohorts of a store. */
export const openCohorts = (options: CohortsOptions): Cohorts => {
  const { store, memory, sources, receipts, list, inTime } = options
  const queues = new Map<Values.CohortId, Queue>()
  const committing = { store, list, newId: sources.id, rounds: 100, onOtherLog: memory.doubt }
  let isClosed = false
  const drained: Array<() => void> = []

  /** Answers these, but for what finds no room in the append. */
  const answerBatch = async (
    cohort: Values.CohortId,
    waiting: ReadonlyArray<Queued>,
  ): Promise<void> => {
    const from = await memory.recent(cohort)
    const { left: batch, right: late } = partition(({ isLate }: Queued) => isLate())(waiting)
    for (const { tell } of late) tell(E.left(tooLate))
    if (E.isLeft(from)) for (const { tell } of batch) tell(from)
    if (E.isLeft(from) || batch.length === 0) return
    const { answers, loaded } = await commitBatch(committing, cohort)(batch, from.right)
    if (loaded === undefined || loaded.revision < from.right.revision) memory.forget(cohort)
    if (loaded !== undefined) memory.remember(cohort, loaded)
    for (const [i, answer] of answers.entries()) batch[i]?.tell(answer)
  }

  const work = async (cohort: Values.CohortId, queue: Queue): Promise<void> => {
    while (queue.waiting.length > 0) {
      const batch = queue.waiting.slice(0, largestBatch)
      await answerBatch(cohort, batch).catch((thrown: unknown) => {
        memory.forget(cohort)
        for (const { tell, command } of batch) tell(E.left(defect(command.type, thrown)))
      })
      queue.waiting = queue.waiting.filter(({ isTold }) => !isTold)
    }
    queues.delete(cohort)
    if (queues.size === 0) for (const done of drained.splice(0)) done()
  }

  const enqueue = (
    cohort: Values.CohortId,
    waiting: Pick<Queued, 'command' | 'meta' | 'isLate'>,
  ): Promise<Answer> =>
    new Promise((answered) => {
      const one: Queued = {
        ...waiting,
        isTold: false,
        tell: (answer) => {
          one.isTold = true
          answered(answer)
        },
      }
      const queue = queues.get(cohort) ?? { waiting: [], isBusy: false }
      queues.set(cohort, queue)
      queue.waiting.push(one)
      if (!queue.isBusy) {
        queue.isBusy = true
        queueMicrotask(() => void work(cohort, queue))
      }
    })

  const metaOf = (command: Command.Command, origin: Origin): E.Either<Defect, Waiting['meta']> => {
    try {
      const id = origin.command ?? sources.commandId?.(command) ?? sources.id()
      return E.right({ ...origin, command: id })
    } catch (thrown) {
      return E.left(defect(command.type, thrown))
    }
  }

  const answerIn =
    (
      command: Command.Command,
      given: Origin | undefined,
      isLate: () => boolean,
    ): TE.TaskEither<HandleFailure, Receipt> =>
    async () => {
      if (isClosed) return E.left(Port.unavailable('this engine was closed'))
      const origin = readOrigin(given ?? {})
      if (E.isLeft(origin)) return origin
      const latest = latestSaid(sources)
      if (command.at > latest) return E.left({ _tag: 'TooFar', latest })
      const zone = unknownZone(command)
      if (zone !== undefined) return E.left(zone)
      const meta = metaOf(command, origin.right)
      if (E.isLeft(meta)) return meta
      const { cohort } = command
      const revision = await enqueue(cohort, { command, meta: meta.right, isLate })
      return E.map((at: Stored.Revision) => receipts.write({ cohort, revision: at }))(revision)
    }

  const answer: Cohorts['answer'] = (command, origin, isLate) =>
    isLate === undefined
      ? inTime((late) => answerIn(command, origin, late))
      : answerIn(command, origin, isLate)

  return {
    answer,
    handle: (given, origin) => async () => {
      const command = Command.fromJson(given)
      return E.isLeft(command) ? command : answer(command.right, origin)()
    },
    load: (cohort) => () => memory.fresh(cohort),
    drain: () => {
      isClosed = true
      return queues.size === 0
        ? Promise.resolve()
        : new Promise((done) => {
            drained.push(done)
          })
    },
  }
}
