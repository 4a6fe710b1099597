import { Cohort, Stored, View, type Command, type Port, type Values } from '@reverse-mentoring/core'
import type { KeptView } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import {
  close,
  consent,
  enrol,
  got,
  open,
  propose,
  schedule,
  stream as theStream,
  cohort as theCohort,
} from '../scene.ts'

/** A small life of a cohort, command by command. */
export const life: ReadonlyArray<Command.Command> = [
  open,
  enrol(1),
  enrol(2),
  enrol(3),
  enrol(4),
  propose(1, 2),
  propose(3, 4),
  consent(2, 1, 3),
  consent(1, 1, 4),
  schedule(1, 1, 6),
]

export const wholeLife: ReadonlyArray<Command.Command> = [...life, close(9)]

/** What a stream leads to, by the fold alone. */
export const folded = async (
  store: Pick<Port.EventStore, 'readStream'>,
  stream = theStream,
): Promise<Cohort.Cohort> => {
  const page = got(await store.readStream(stream, { after: 0, limit: 100_000 })())
  return Cohort.foldCohort(
    page.records.map((record) => {
      const event = Stored.decodeEvent(record)
      if (E.isLeft(event)) throw new Error(event.left._tag)
      return event.right
    }),
  )
}

/** Every row that a view has of a cohort, by place and key, as a fold of the whole history has it. */
const expected = (view: KeptView, state: Cohort.Cohort, cohort: Values.CohortId) =>
  [...View.viewRows(view, state)]
    .flatMap(([key, row]) =>
      view.places(row, key, cohort).map((at) => [`${at.place} ${at.key}`, row] as const),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Every row that is kept in the places where a view could have any. */
const kept = async (
  viewStore: Port.ViewStore,
  view: string,
  state: Cohort.Cohort,
  cohort: Values.CohortId,
) => {
  const people = Cohort.people(state).map(({ participant }) => View.placeOfPerson(participant))
  const coordinators = (View.frameOf(state)?.coordinators ?? []).map(View.placeOfPerson)
  const places = [
    ...new Set([View.placeOfCohort(cohort), View.everywhere, ...people, ...coordinators]),
  ]
  const rows: Array<readonly [string, object]> = []
  for (const place of places) {
    const page = got(await viewStore.rows(view, place, { limit: 100_000 })())
    for (const one of page.rows) {
      if (one.cohort === cohort) rows.push([`${place} ${one.key}`, one.row])
    }
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** All views of a cohort show what a fold of its whole stream shows, with headers at its end. */
export const expectCurrent = async (
  store: Pick<Port.EventStore, 'readStream'>,
  viewStore: Port.ViewStore,
  cohort = theCohort,
  views: ReadonlyArray<KeptView> = View.standardViews,
): Promise<void> => {
  const stream = Stored.cohortStream(cohort)
  const state = await folded(store, stream)
  const page = got(await store.readStream(stream, { after: 0, limit: 100_000 })())
  const last = page.records.at(-1)
  for (const view of views) {
    const [header] = got(await viewStore.headers([{ view: view.name, cohort }])())
    expect(header, view.name).toMatchObject({
      revision: last?.revision,
      record: last?.id,
      frame: { ...View.frameOf(state) },
    })
    const rows = expected(view, state, cohort)
    expect(await kept(viewStore, view.name, state, cohort), view.name).toEqual(rows)
  }
}

export const headerOf = async (
  viewStore: Port.ViewStore,
  view = View.pairingBoard.name,
  cohort = theCohort,
): Promise<Port.Header | undefined> => got(await viewStore.headers([{ view, cohort }])())[0]
