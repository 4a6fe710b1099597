import type { Port, Values } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Process, Scheduler } from './scheduler.ts'
import type { Witness } from './witness.ts'

/** Everything that an engine lives on. */
export interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
}

/** What the calls of one process go through. */
export interface Wire {
  readonly by: Process
  readonly scheduler: Scheduler
  readonly witness: Witness
  /** Fresh salts and secrets, which a process would take from the chance of its machine. */
  readonly secret: () => string
}

type Call = <F, A>(name: string, task: TaskEither<F, A>) => TaskEither<F, A>

const calling =
  ({ scheduler, by }: Wire): Call =>
  (name, task) =>
  () =>
    scheduler.call(by, name, task)

const storeOn = (store: Port.EventStore, wire: Wire): Port.EventStore => {
  const call = calling(wire)
  const { onAppend } = store
  return {
    append: (stream, expected, records, after) =>
      call('append', async () => {
        const answer = await store.append(stream, expected, records, after)()
        wire.witness.appended(stream, expected, records, answer)
        return answer
      }),
    readStream: (stream, page) => call('readStream', store.readStream(stream, page)),
    readLog: (page) => call('readLog', store.readLog(page)),
    head: call('head', store.head),
    ...(onAppend !== undefined && {
      onAppend: (wake: () => void) =>
        onAppend(() => {
          if (!wire.by.isDead) wake()
        }),
    }),
  }
}

const viewStoreOn = (views: Port.ViewStore, wire: Wire): Port.ViewStore => {
  const call = calling(wire)
  return {
    commit: (commit) =>
      call('commit', async () => {
        const answer = await views.commit(commit)()
        wire.witness.committed(commit, answer)
        return answer
      }),
    checkpoint: (reader) => call('checkpoint', views.checkpoint(reader)),
    headers: (of) => call('headers', views.headers(of)),
    headersOf: (view, page) => call('headersOf', views.headersOf(view, page)),
    rows: (view, place, page) => call('rows', views.rows(view, place, page)),
    views: call('views', views.views),
    drop: (view) => call('drop', views.drop(view)),
  }
}

const directoryOn = (people: Port.Directory, wire: Wire): Port.Directory => {
  const call = calling(wire)
  return {
    putPeople: (some) => call('putPeople', people.putPeople(some)),
    findPeople: (some) => call('findPeople', people.findPeople(some)),
    listCohort: (cohort, some) => call('listCohort', people.listCohort(cohort, some)),
    takeKeys: (keys) => call('takeKeys', people.takeKeys(keys)),
    findKeys: (keys) => call('findKeys', people.findKeys(keys)),
    cohortsOf: (participant) => call('cohortsOf', people.cohortsOf(participant)),
    putText: (text) => call('putText', people.putText(text)),
    findText: (text) => call('findText', people.findText(text)),
    putLabels: (some) => call('putLabels', people.putLabels(some)),
    labels: (language) => call('labels', people.labels(language)),
    salt: (cohort) => call('salt', people.salt(cohort, wire.secret())),
    secret: (name, fresh) => call('secret', people.secret(name, freshAs(name, fresh, wire.secret))),
    erase: (some) => call('erase', people.erase(some)),
    told: (cohort, some) => call('told', people.told(cohort, some)),
    erasing: (page) => call('erasing', people.erasing(page)),
  }
}

const uuidOf = (hex: string): Values.Uuid =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Values.Uuid

/** A secret of the same kind: an id has another shape than a key, and which log it is, is no chance. */
const freshAs = (name: string, fresh: string, secret: () => string): string => {
  if (name === 'log') return fresh
  return fresh.length === 36 ? uuidOf(secret()) : secret()
}

/** The same ports, whose calls happen when the scheduler says. */
export const onSchedule = ({ store, viewStore, directory }: Ports, wire: Wire): Ports => ({
  store: storeOn(store, wire),
  viewStore: viewStoreOn(viewStore, wire),
  directory: directoryOn(directory, wire),
})
