import { Command, Port, Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { LRUCache } from 'lru-cache'
import { commitBatch, type Answer, type HandleFailure } from './commit-batch.ts'
import type { Waiting } from './decide-batch.ts'
import { defaultPatience, patiently, type Patience } from './patience.ts'
import { readCohort, type Loaded, type ReadFailure } from './read-cohort.ts'
import { receipts, type Receipt, type Receipts } from './receipt.ts'
import type { Sources } from './sources.ts'
import { systemSources } from './system-sources.ts'

/** What the cohorts live on; only the store has no default. */
export interface CohortsOptions {
  readonly store: Port.EventStore
  readonly sources?: Sources
  readonly receipts?: Receipts
  readonly patience?: Patience
  /** How many cohorts stay in memory; the least recently used one goes. */
  readonly cached?: number
}

/** Where a command comes from: its own id, if the caller has one, and what caused it. */
export type Origin = Partial<Stored.NewRecord['meta']>

/** The cohorts of one store. */
export interface Cohorts {
  /**
   * Answers a command once what it leads to is stored. Commands on one cohort that come while an append is under way
   * go out together in the next one. Repeating a command is safe.
   */
  readonly handle: (
    command: Command.Command,
    origin?: Origin,
  ) => TE.TaskEither<HandleFailure, Receipt>
  /** The state as it is now, and its revision. */
  readonly load: (cohort: Values.CohortId) => TE.TaskEither<ReadFailure, Loaded>
}

interface Queue {
  readonly waiting: Array<Waiting & { readonly tell: (answer: Answer) => void }>
  isBusy: boolean
}

/** The kind of a defect; its message could hold what was stored. */
const nameOf = (defect: unknown): string => (defect instanceof Error ? defect.name : typeof defect)

/** The most commands that one append holds. */
const largestBatch = 256

/** Opens the cohorts of a store. */
export const openCohorts = (options: CohortsOptions): Cohorts => {
  const { store, sources = systemSources, patience = defaultPatience, cached = 100 } = options
  const written = options.receipts ?? receipts()
  const patient = patiently(patience, sources)
  const memory = new LRUCache<string, Loaded>({ max: cached })
  const queues = new Map<string, Queue>()
  const committing = { store, newId: sources.id, patient, rounds: 100 }

  const current = async (stream: string): Promise<E.Either<ReadFailure, Loaded>> => {
    const known = memory.get(stream)
    return known === undefined ? patient(readCohort(store, stream))() : E.right(known)
  }

  const remember = (stream: string, loaded: Loaded | undefined): void => {
    if (loaded === undefined) memory.delete(stream)
    else memory.set(stream, loaded)
  }

  const answerBatch = async (stream: string, batch: Queue['waiting']): Promise<void> => {
    const from = await current(stream)
    if (E.isLeft(from)) {
      for (const { tell } of batch) tell(from)
      return
    }
    const { answers, loaded } = await commitBatch(committing, stream)(batch, from.right)
    remember(stream, loaded)
    for (const [i, { tell }] of batch.entries()) {
      tell(answers[i] ?? E.left(Port.unavailable('no answer was made')))
    }
  }

  const work = async (stream: string, queue: Queue): Promise<void> => {
    while (queue.waiting.length > 0) {
      const batch = queue.waiting.splice(0, largestBatch)
      await answerBatch(stream, batch).catch((defect: unknown) => {
        memory.delete(stream)
        const failure = E.left(Port.unavailable(`a defect of an adapter: ${nameOf(defect)}`))
        for (const { tell } of batch) tell(failure)
      })
    }
    queues.delete(stream)
  }

  const enqueue = (stream: string, waiting: Waiting): Promise<Answer> =>
    new Promise((tell) => {
      const queue = queues.get(stream) ?? { waiting: [], isBusy: false }
      queues.set(stream, queue)
      queue.waiting.push({ ...waiting, tell })
      if (!queue.isBusy) {
        queue.isBusy = true
        queueMicrotask(() => void work(stream, queue))
      }
    })

  return {
    handle: (given, origin) => async () => {
      const command = Command.fromJson(given)
      if (E.isLeft(command)) return command
      const { cohort } = command.right
      const meta = { ...origin, command: origin?.command ?? sources.id() }
      const answer = await enqueue(Stored.cohortStream(cohort), { command: command.right, meta })
      return E.map((revision: Stored.Revision) => written.write({ cohort, revision }))(answer)
    },
    load: (cohort) => async () => {
      const stream = Stored.cohortStream(cohort)
      const known = memory.get(stream)
      const loaded = await patient(readCohort(store, stream, known))()
      if (E.isRight(loaded)) {
        const newest = memory.get(stream)
        if (newest === undefined || newest.revision < loaded.right.revision) {
          memory.set(stream, loaded.right)
        }
      }
      return loaded
    },
  }
}
