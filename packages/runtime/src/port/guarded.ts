import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Sources } from '../sources.ts'

/** The kind of a defect; its message could hold what was stored. */
export const nameOf = (defect: unknown): string =>
  defect instanceof Error ? defect.name : typeof defect

/**
 * An answer in any case: of what throws, rejects or is still silent at the deadline it is `Unavailable`. What such a call
 * still brings about is fenced where it lands: appends by their revision, commits by their versions. It is told whether
 * it is late, so that it begins nothing more.
 */
export const guarded =
  (deadline: number, { alarm }: Pick<Sources, 'alarm'>) =>
  <F, A>(call: (isLate: () => boolean) => TaskEither<F, A>): TaskEither<F | Port.Unavailable, A> =>
  () =>
    new Promise((resolve) => {
      let isLate = false
      const stop = alarm(deadline, () => {
        isLate = true
        resolve(E.left(Port.unavailable(`no answer within ${String(deadline)} ms`)))
      })
      const fail = (defect: unknown): void => {
        stop()
        resolve(E.left(Port.unavailable(`a defect of the adapter (${nameOf(defect)})`)))
      }
      const settle = (answer: E.Either<F, A>): void => {
        stop()
        resolve(answer)
      }
      try {
        call(() => isLate)().then(settle, fail)
      } catch (defect) {
        fail(defect)
      }
    })
