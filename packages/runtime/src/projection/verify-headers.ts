import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { bringUp, type Bench } from './bring-up.ts'
import { everyHeader, readHeaders } from './headers.ts'
import type { KeptView } from './kept-view.ts'
import { holds, type Stood } from './stood.ts'

type Failure = Port.Unavailable | Port.Misused

/** Every record that a header of these views stands at, once: views of a cohort mostly stand at the same one. */
const standing = async (
  { viewStore }: Bench,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, ReadonlyArray<Stood>>> => {
  const all = new Map<string, Stood>()
  for (const { name } of views) {
    const headed = await everyHeader(viewStore)(name)()
    if (E.isLeft(headed)) return headed
    for (const [cohort, { revision, record }] of headed.right) {
      if (revision === 0) continue
      all.set(JSON.stringify([cohort, revision, record]), { cohort, revision, record })
    }
  }
  return E.right([...all.values()])
}

/** Records that are looked for at a time. */
const width = 32

/**
 * Looks at every header of these views, and makes the rows anew of those that show another log than this one, after telling
 * of how many cohorts they are.
 */
export const verifyHeaders = async (
  bench: Bench,
  views: ReadonlyArray<KeptView>,
  onOtherLog: (cohorts: number) => void,
): Promise<E.Either<Failure, void>> => {
  const stood = await standing(bench, views)
  if (E.isLeft(stood)) return stood
  const others = new Set<Values.CohortId>()
  for (let from = 0; from < stood.right.length && !bench.isOver(); from += width) {
    const some = stood.right.slice(from, from + width)
    const answers = await Promise.all(some.map((one) => holds(bench.store, one)))
    for (const [i, { cohort }] of some.entries()) {
      const is = answers[i] ?? E.right(true)
      if (E.isLeft(is)) return is
      if (!is.right) others.add(cohort)
    }
  }
  const cohorts = [...others]
  if (cohorts.length > 0) onOtherLog(cohorts.length)
  for (const cohort of cohorts) bench.memory.forget(cohort)
  for (let from = 0; from < cohorts.length && !bench.isOver(); from += width) {
    const headers = await readHeaders(bench.viewStore)(views, cohorts.slice(from, from + width))()
    if (E.isLeft(headers)) return headers
    const brought = await bringUp(bench)(
      [...headers.right].map(([cohort, stand]) => ({
        cohort,
        headers: stand,
        records: [],
        atLeast: Infinity,
      })),
    )
    if (E.isLeft(brought)) return brought
  }
  return E.right(undefined)
}
