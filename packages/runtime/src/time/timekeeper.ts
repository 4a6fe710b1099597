import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { ErasureDone } from '../people/telling.ts'
import { due } from './due.ts'
import { dueCohorts } from './due-cohorts.ts'

/** What one look at the time brought about. */
export interface Tick {
  /** Proposals that lapsed. */
  readonly lapsed: number
  /** What earlier erasures still had to tell. */
  readonly erasures: ErasureDone
  /** Why earlier erasures could not be finished, if so; the next tick tries again. */
  readonly unfinished?: TickFailure
  /** Cohorts in which something is due and could not be done; the next tick tries again. */
  readonly failed: ReadonlyArray<{
    readonly cohort: Values.CohortId
    readonly because: HandleFailure
  }>
}

export type TickFailure = Port.Unavailable | Port.Misused

/** What keeping time works with. */
export interface Timekeeping {
  readonly cohorts: Pick<Cohorts, 'handle' | 'load'>
  readonly viewStore: Pick<Port.ViewStore, 'rows'>
  /** Sets the directory right where it was put back from a copy. */
  readonly setRight: TaskEither<Port.Unavailable | Port.Misused, void>
  readonly finishErasures: TaskEither<Port.Unavailable | Port.Misused, ErasureDone>
  readonly by: Values.Actor
  /** Whether long work is to end at the next cohort. */
  readonly isOver: () => boolean
}

/** The proposal was answered, or the cohort closed, in the meantime: an answer that came first is no failure. */
const isLate = ({ _tag }: HandleFailure): boolean =>
  _tag === 'PairingOver' || _tag === 'AlreadyFormal' || _tag === 'CohortOver'

/** Commands that wait for answers at the same time. */
const width = 1000

const keepCohort = async (
  { cohorts, by }: Timekeeping,
  cohort: Values.CohortId,
  asOf: Values.Instant,
): Promise<E.Either<HandleFailure, number>> => {
  const loaded = await cohorts.load(cohort)()
  if (E.isLeft(loaded)) return loaded
  const commands = due(loaded.right.cohort, asOf, by)
  let lapsed = 0
  for (let from = 0; from < commands.length; from += width) {
    const some = commands.slice(from, from + width)
    const answers = await Promise.all(some.map((command) => cohorts.handle(command)()))
    const failure = answers.filter(E.isLeft).find(({ left }) => !isLate(left))
    if (failure !== undefined) return failure
    lapsed += answers.filter(E.isRight).length
  }
  return E.right(lapsed)
}

/**
 * Does what time asks for as of an instant, in all cohorts; erasures that could not be finished are, whether or not the
 * views can be asked what is due. A quiet tick reads what is due and
 * what is new in the log, and no more; the first one of a process reads the whole log.
 */
export const ticking =
  (bench: Timekeeping) =>
  (asOf: Values.Instant): TaskEither<TickFailure, Tick> =>
  async () => {
    const dueNow = await dueCohorts(bench.viewStore)(asOf)()
    const failed: Array<Tick['failed'][number]> = []
    let lapsed = 0
    for (const cohort of E.isRight(dueNow) ? dueNow.right : []) {
      if (bench.isOver()) break
      const kept = await keepCohort(bench, cohort, asOf)
      if (E.isLeft(kept)) failed.push({ cohort, because: kept.left })
      else lapsed += kept.right
    }
    const again = await bench.setRight()
    const finished = await bench.finishErasures()
    if (E.isLeft(dueNow)) return dueNow
    const erasures = E.isRight(finished) ? finished.right : { told: [], delayed: [] }
    const unfinished = [again, finished].find(E.isLeft)?.left
    return E.right({ lapsed, erasures, failed, ...(unfinished !== undefined && { unfinished }) })
  }
