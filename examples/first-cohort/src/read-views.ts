import { View, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'

const Enrolment = t.partial({ waitingSince: t.string, leftAt: t.string })
const Pairing = t.type({ state: t.string })
const Session = t.type({ state: t.string })

/** What the coordinator's views say, counted. */
export interface Counts {
  readonly waiting: number
  readonly left: number
  /** Pairings by their state on the board. */
  readonly pairings: ReadonlyMap<string, number>
  /** Sessions by their state in the calendar. */
  readonly sessions: ReadonlyMap<string, number>
}

const rowsOf =
  <A>(
    store: Port.ViewStore,
    of: Port.ViewOf,
    codec: t.Type<A, unknown>,
  ): TE.TaskEither<Port.Unavailable, ReadonlyArray<A>> =>
  async () => {
    const found: Array<A> = []
    for (let after: string | undefined, more = true; more;) {
      const page = await store.rows(of, { limit: 1000, ...(after !== undefined && { after }) })()
      if (E.isLeft(page)) return page
      found.push(...page.right.rows.map(([, row]) => row).filter((row) => codec.is(row)))
      after = page.right.rows.at(-1)?.[0]
      more = page.right.more
    }
    return E.right(found)
  }

const byState = (rows: ReadonlyArray<{ readonly state: string }>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

/** Counts what the stored views hold of a cohort, as they are kept: a close is for their header to say. */
export const readViews = (
  store: Port.ViewStore,
  cohort: Values.CohortId,
): TE.TaskEither<Port.Unavailable, Counts> => {
  const rows = <A>({ name: view }: { readonly name: string }, codec: t.Type<A, unknown>) =>
    rowsOf(store, { view, cohort }, codec)
  return TE.flatMap((enrolments: ReadonlyArray<t.TypeOf<typeof Enrolment>>) =>
    TE.flatMap((pairings: ReadonlyArray<t.TypeOf<typeof Pairing>>) =>
      TE.map((sessions: ReadonlyArray<t.TypeOf<typeof Session>>) => ({
        waiting: enrolments.filter(({ waitingSince }) => waitingSince !== undefined).length,
        left: enrolments.filter(({ leftAt }) => leftAt !== undefined).length,
        pairings: byState(pairings),
        sessions: byState(sessions),
      }))(rows(View.sessionCalendar, Session)),
    )(rows(View.pairingBoard, Pairing)),
  )(rows(View.cohortRoster, Enrolment))
}
