import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Sources } from '../sources.ts'
import { guarded } from './guarded.ts'
import { patiently, type Patience } from './patience.ts'

/** How the ports are asked. */
export interface Asking {
  readonly patience: Patience
  /** Milliseconds after which one call counts as unanswered. */
  readonly deadline: number
  readonly sources: Sources
}

type Call = <F extends { readonly _tag: string }, A>(
  call: () => TaskEither<F, A>,
) => TaskEither<F | Port.Unavailable, A>

const calling = ({ patience, deadline, sources }: Asking): Call => {
  const guard = guarded(deadline, sources)
  const patient = patiently(patience, sources)
  return (call) => patient(guard(call))
}

/** The same store, each call with a deadline, and tried again while it is unavailable. An append may be repeated. */
export const dependableStore = (store: Port.EventStore, asking: Asking): Port.EventStore => {
  const call = calling(asking)
  return {
    append: (stream, expected, records, after) =>
      call(() => store.append(stream, expected, records, after)),
    readStream: (stream, page) => call(() => store.readStream(stream, page)),
    readLog: (page) => call(() => store.readLog(page)),
    head: call(() => store.head),
    ...(store.onAppend !== undefined && {
      onAppend: (wake: () => void) => store.onAppend?.(wake) ?? (() => undefined),
    }),
  }
}

/** The same view store. A commit that was stored after all is overtaken by itself when it is repeated, and changes nothing. */
export const dependableViewStore = (views: Port.ViewStore, asking: Asking): Port.ViewStore => {
  const call = calling(asking)
  return {
    commit: (commit) => call(() => views.commit(commit)),
    checkpoint: (reader) => call(() => views.checkpoint(reader)),
    headers: (of) => call(() => views.headers(of)),
    headersOf: (view, page) => call(() => views.headersOf(view, page)),
    rows: (view, place, page) => call(() => views.rows(view, place, page)),
    views: call(() => views.views),
    drop: (view) => call(() => views.drop(view)),
  }
}

/** The same directory; every one of its calls may be repeated. */
export const dependableDirectory = (people: Port.Directory, asking: Asking): Port.Directory => {
  const call = calling(asking)
  return {
    putPeople: (some) => call(() => people.putPeople(some)),
    findPeople: (some) => call(() => people.findPeople(some)),
    listCohort: (cohort, some) => call(() => people.listCohort(cohort, some)),
    takeKeys: (keys) => call(() => people.takeKeys(keys)),
    findKeys: (keys) => call(() => people.findKeys(keys)),
    cohortsOf: (participant) => call(() => people.cohortsOf(participant)),
    putText: (text) => call(() => people.putText(text)),
    findText: (text) => call(() => people.findText(text)),
    putLabels: (labels) => call(() => people.putLabels(labels)),
    labels: (language) => call(() => people.labels(language)),
    salt: (cohort, fresh) => call(() => people.salt(cohort, fresh)),
    secret: (name, fresh) => call(() => people.secret(name, fresh)),
    erase: (some) => call(() => people.erase(some)),
    told: (cohort, some) => call(() => people.told(cohort, some)),
    erasing: (page) => call(() => people.erasing(page)),
  }
}
