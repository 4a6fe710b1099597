import { Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { LRUCache } from 'lru-cache'
import type { Loaded } from './loaded.ts'
import { readCohort } from './read-cohort.ts'
import type { Streams } from './read-records.ts'
import type { ReadFailure } from './unreadable.ts'

/** What is remembered of a cohort. The two share their structure. */
interface Remembered {
  readonly current: Loaded
  /** The state at which its views stand, so that a projector that lags behind commands folds nothing cold. */
  readonly shown: Loaded
}

/** The cohorts in memory, for commands and views alike. Whatever goes on from one of them lets the store prove it. */
export interface Memory {
  /** The state that was current when it was last looked at; read from the store where nothing is remembered. */
  readonly recent: (cohort: Values.CohortId) => Promise<E.Either<ReadFailure, Loaded>>
  /** The state as it is now: what is remembered, brought up to date. */
  readonly fresh: (cohort: Values.CohortId) => Promise<E.Either<ReadFailure, Loaded>>
  /** What is remembered, if anything is. */
  readonly known: (cohort: Values.CohortId) => Loaded | undefined
  /** The state at which the views stand, if it is remembered. */
  readonly shown: (cohort: Values.CohortId) => Loaded | undefined
  /** This state is current, unless a newer one is remembered. */
  readonly remember: (cohort: Values.CohortId, loaded: Loaded) => void
  /** The views stand at this state now. */
  readonly show: (cohort: Values.CohortId, loaded: Loaded) => void
  readonly forget: (cohort: Values.CohortId) => void
  /** The log is not the one that was remembered: nothing is any more. */
  readonly doubt: () => void
  /** How often that was. */
  readonly doubts: () => number
}

/** Whether what was loaded takes the place of what is remembered: it is newer, or of another log. */
const isOther = (known: Loaded, loaded: Loaded): boolean =>
  known.revision < loaded.revision ||
  (known.revision === loaded.revision && known.record !== loaded.record)

/** Of a small cohort more is kept than its events. */
const least = 50

/** Remembers cohorts of so many events in all; the least recently used one goes. One cold load of a cohort at a time. */
export const cohortMemory = (store: Streams, mostEvents: number): Memory => {
  const size = (revision: number): number => Math.min(mostEvents, Math.max(least, revision))
  const cohorts = new LRUCache<Values.CohortId, Remembered>({
    maxSize: mostEvents,
    sizeCalculation: ({ current, shown }) => size(Math.max(current.revision, shown.revision)),
  })
  const underway = new Map<Values.CohortId, Promise<E.Either<ReadFailure, Loaded>>>()

  let doubts = 0
  const doubt = (): void => {
    doubts += 1
    cohorts.clear()
  }

  const remember = (cohort: Values.CohortId, loaded: Loaded): void => {
    const known = cohorts.get(cohort)
    if (known === undefined) cohorts.set(cohort, { current: loaded, shown: loaded })
    else if (isOther(known.current, loaded)) cohorts.set(cohort, { ...known, current: loaded })
  }

  const cold = async (cohort: Values.CohortId): Promise<E.Either<ReadFailure, Loaded>> => {
    const loaded = await readCohort(store, Stored.cohortStream(cohort))()
    if (E.isRight(loaded)) remember(cohort, loaded.right)
    return loaded
  }

  const recent = (cohort: Values.CohortId): Promise<E.Either<ReadFailure, Loaded>> => {
    const known = cohorts.get(cohort)
    if (known !== undefined) return Promise.resolve(E.right(known.current))
    const already = underway.get(cohort)
    if (already !== undefined) return already
    const loading = cold(cohort).finally(() => {
      underway.delete(cohort)
    })
    underway.set(cohort, loading)
    return loading
  }

  const fresh = async (cohort: Values.CohortId): Promise<E.Either<ReadFailure, Loaded>> => {
    // What is being loaded since before this question may be older than the question.
    await underway.get(cohort)
    const known = cohorts.get(cohort)?.current
    if (known === undefined) return recent(cohort)
    const loaded = await readCohort(store, Stored.cohortStream(cohort), known, doubt)()
    if (E.isLeft(loaded)) {
      if (loaded.left._tag === 'Unreadable') cohorts.delete(cohort)
      return loaded
    }
    remember(cohort, loaded.right)
    return loaded
  }

  return {
    recent,
    fresh,
    known: (cohort) => cohorts.get(cohort)?.current,
    shown: (cohort) => cohorts.get(cohort)?.shown,
    remember,
    show: (cohort, loaded) => {
      const known = cohorts.get(cohort)
      const isNewer = known === undefined || known.current.revision < loaded.revision
      cohorts.set(cohort, { current: isNewer ? loaded : known.current, shown: loaded })
    },
    forget: (cohort) => void cohorts.delete(cohort),
    doubt,
    doubts: () => doubts,
  }
}
