import { View, type Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

type Renamed = <R extends Pick<Stored.NewRecord, 'type'>>(record: R) => R

const renamed =
  (from: string, to: string): Renamed =>
  (record) =>
    record.type === from ? { ...record, type: to } : record

const [reading, writing] = [
  renamed('Unheard', 'EnrolmentAmended'),
  renamed('EnrolmentAmended', 'Unheard'),
]

/** A store as a later version has it: that one writes a record of a type which this one does not know, and reads it. */
export const newerStore = (store: Port.EventStore): Port.EventStore => ({
  ...store,
  append: (stream, revision, [first, ...rest]) =>
    store.append(stream, revision, [writing(first), ...rest.map(writing)]),
  readStream: (name, page) => async () =>
    E.map((read: Port.StreamPage) => ({ ...read, records: read.records.map(reading) }))(
      await store.readStream(name, page)(),
    ),
  readLog: (page) => async () =>
    E.map((read: Port.LogPage) => ({ ...read, records: read.records.map(reading) }))(
      await store.readLog(page)(),
    ),
})

/** Another version of a view, under another name. */
const newerRoster: View.View<'coordinator', View.RosterRow> = {
  ...View.cohortRoster,
  name: `${View.cohortRoster.name}-newer`,
  row: (key, cohort) => {
    const row = View.cohortRoster.row(key, cohort)
    return row === undefined ? undefined : { ...row, capacity: row.capacity + 1000 }
  },
}

/** The views that a later version keeps. */
export const newerViews = View.standardViews.map((view) =>
  view.name === View.cohortRoster.name ? newerRoster : view,
)
