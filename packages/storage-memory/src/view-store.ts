import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { answer, reply } from './answer.ts'
import { headersIn } from './headers/headers.ts'
import { read } from './text.ts'
import { rowsIn } from './view-store/page.ts'
import { serialise } from './view-store/serialise.ts'
import { apply, newView, type Part, type View } from './view-store/view.ts'

/** A view store that lives as long as its process. */
export const memoryViewStore = (): Port.ViewStore => {
  const views = new Map<string, View>()
  const checkpoints = new Map<string, Stored.Checkpoint>()

  const viewOf = (name: string): View => views.get(name) ?? newView()
  const partOf = ({ view, cohort }: Port.ViewOf): Part | undefined => viewOf(view).parts.get(cohort)

  const commit = (given: Port.ViewCommit): E.Either<Port.Overtaken | Port.Misused, void> => {
    const { changes, progress } = given
    const fault = Port.commitFault(given)
    if (fault !== undefined) return E.left(fault)
    const written = serialise(changes)
    if (E.isLeft(written)) return written
    const overtaken = changes.filter((one) => one.after !== (partOf(one)?.version ?? 0))
    if (overtaken.length > 0)
      return E.left(Port.overtaken(overtaken.map(({ view, cohort }) => ({ view, cohort }))))
    for (const change of written.right) {
      const view = viewOf(change.view)
      views.set(change.view, view)
      apply(view, change)
    }
    for (const reader of progress?.readers ?? []) {
      const isThere = progress?.from === undefined || checkpoints.get(reader) === progress.from.at
      if (isThere && progress !== undefined) checkpoints.set(reader, progress.checkpoint)
    }
    return E.right(undefined)
  }

  const paged = <A>(page: { readonly limit: number }, work: () => A): E.Either<Port.Misused, A> => {
    const fault = Port.pageFault({ limit: page.limit })
    return fault === undefined ? E.right(work()) : E.left(fault)
  }

  return {
    commit: (given) => answer(() => commit(given)),
    checkpoint: (reader) => reply(() => checkpoints.get(reader)),
    headers: (asked) =>
      reply(() =>
        asked.map((of) => {
          const part = partOf(of)
          return part === undefined ? undefined : read(part.header)
        }),
      ),
    headersOf: (view, page) => answer(() => paged(page, () => headersIn(viewOf(view).parts, page))),
    rows: (view, place, page) => answer(() => paged(page, () => rowsIn(viewOf(view), place, page))),
    views: reply(() => [...views.keys()].sort()),
    drop: (view) =>
      reply(() => {
        views.delete(view)
        checkpoints.delete(view)
      }),
  }
}
