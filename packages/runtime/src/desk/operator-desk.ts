import type { Port, Values, View } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { everyHeader } from '../projection/headers.ts'
import type { KeptView } from '../projection/kept-view.ts'
import { ask, type AskFailure, type Page, type PageAsked } from '../question/ask.ts'
import { allCohorts } from '../question/cohorts.ts'
import { dueBy, type DueCohort } from '../question/due.ts'

/** A view of a cohort that a record stops, or that stops itself. */
export interface ParkedView extends Port.ViewOf, Port.Parked {}

/** What who keeps it all running may ask, and nobody else: it shows revisions and what is parked. */
export interface OperatorDesk {
  readonly cohorts: (page?: PageAsked) => TaskEither<AskFailure, Page<View.ShownCohort>>
  /** The cohorts in which time asks for something by then. */
  readonly due: (asOf: Values.Instant, page?: PageAsked) => TaskEither<AskFailure, Page<DueCohort>>
  /** What stops the views of which cohort, and why. */
  readonly parked: TaskEither<Port.Unavailable | Port.Misused, ReadonlyArray<ParkedView>>
  /** Views that stand in the view store and are not kept here, such as older versions. */
  readonly oldViews: TaskEither<Port.Unavailable | Port.Misused, ReadonlyArray<string>>
  /** Takes an old view away, of all cohorts. One that is kept here is refused. */
  readonly dropView: (view: string) => TaskEither<Port.Unavailable | Port.Misused, void>
  /**
   * Takes a view away that is kept here, of all cohorts, so that the next catch-up makes it anew from the log: where its
   * rows were damaged. Until then it shows nothing.
   */
  readonly remakeView: (view: string) => TaskEither<Port.Unavailable | Port.Misused, void>
}

/** Opens the operator's desk. */
export const operatorDesk = (
  viewStore: Port.ViewStore,
  views: ReadonlyArray<KeptView>,
): OperatorDesk => {
  const kept = new Set(views.map(({ name }) => name))
  return {
    cohorts: (page) => ask(viewStore)(allCohorts, page),
    due: (asOf, page) => ask(viewStore)(dueBy(asOf), page),
    parked: async () => {
      const all: Array<ParkedView> = []
      for (const { name } of views) {
        const headed = await everyHeader(viewStore)(name, { parked: true })()
        if (E.isLeft(headed)) return headed
        for (const [cohort, { parked }] of headed.right) {
          if (parked !== undefined) all.push({ view: name, cohort, ...parked })
        }
      }
      return E.right(all)
    },
    oldViews: async () =>
      E.map((names: ReadonlyArray<string>) => names.filter((name) => !kept.has(name)))(
        await viewStore.views(),
      ),
    dropView: (view) => async () =>
      kept.has(view)
        ? E.left({ _tag: 'Misused', reason: `${view} is kept by this engine` } as const)
        : viewStore.drop(view)(),
    remakeView: (view) => async () =>
      kept.has(view)
        ? viewStore.drop(view)()
        : E.left({ _tag: 'Misused', reason: `${view} is not kept by this engine` } as const),
  }
}
