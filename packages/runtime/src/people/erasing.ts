import type { Command, Port, Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { latestSaid } from '../cohort/latest-said.ts'
import type { Sources } from '../sources.ts'
import { readErasure, type Erasure } from './erasure.ts'
import { permitted, type PermissionBench } from './permission.ts'
import { tellAll, type Delayed, type ErasureDone, type TellingBench } from './telling.ts'

export type EraseFailure =
  Command.NotAllowed | Command.TooFar | Stored.Malformed | Port.Misused | Port.Unavailable

/** What erasing works with. */
export interface ErasingBench {
  readonly cohorts: PermissionBench['cohorts'] & TellingBench['cohorts']
  readonly directory: PermissionBench['directory'] &
    TellingBench['directory'] &
    Pick<Port.Directory, 'erase'>
  readonly sources: Pick<Sources, 'now'>
  readonly system: Values.Actor
  /** Sets the directory right where it was put back from a copy. */
  readonly setRight: TaskEither<Port.Misused | Port.Unavailable, void>
}

/**
 * Erases people: permission first, then the directory, all of them at once, then every cohort that lists them. A cohort
 * that cannot be told delays nothing but its own event; the same again, or the timekeeper, finishes it.
 */
export const erasing =
  (bench: ErasingBench) =>
  (given: Erasure): TaskEither<EraseFailure, ErasureDone> =>
  async () => {
    const read = readErasure(given)
    if (E.isLeft(read)) return read
    const erasure = read.right
    const latest = latestSaid(bench.sources)
    if (erasure.at > latest) return E.left({ _tag: 'TooFar', latest })
    // Where that fails the person goes from the directory all the same, and the timekeeper finds the rest.
    await bench.setRight()
    const may = await permitted(bench, erasure)
    if (E.isLeft(may)) return may
    if (!isNonEmpty(may.right)) return E.right({ told: [], delayed: [] })
    const erased = await bench.directory.erase(may.right)()
    if (E.isLeft(erased)) return erased
    return tellAll(bench, erased.right, erasure)
  }

/** Tells the cohorts that earlier erasures could not reach; in the system's name. */
export const finishErasures =
  (
    bench: TellingBench & {
      readonly directory: Pick<Port.Directory, 'erasing'>
      readonly sources: Pick<Sources, 'now'>
    },
  ): TaskEither<Port.Unavailable | Port.Misused, ErasureDone> =>
  async () => {
    const told: Array<ErasureDone['told'][number]> = []
    const delayed: Array<Delayed> = []
    let failure: E.Left<Port.Unavailable | Port.Misused> | undefined
    let after: Values.ParticipantId | undefined
    for (let more = true; more;) {
      const limit = 500
      const page = await bench.directory.erasing({ limit, ...(after !== undefined && { after }) })()
      if (E.isLeft(page)) return page
      const done = await tellAll(bench, page.right, { at: bench.sources.now(), by: bench.system })
      if (E.isLeft(done)) failure = done
      else {
        for (const one of done.right.told) told.push(one)
        for (const one of done.right.delayed) delayed.push(one)
      }
      after = page.right.at(-1)?.participant
      more = page.right.length === limit
    }
    return failure ?? E.right({ told, delayed })
  }
