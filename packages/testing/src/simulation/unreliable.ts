import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** How a port fails: at random, but the same for the same chance. */
export interface Failing {
  /** A number from 0 up to, not including, 1. */
  readonly chance: () => number
  /** How many of ten writes do not arrive, and as many whose answer is lost; half as many reads fail. */
  readonly perTen: number
}

type Call = <F, A>(task: TaskEither<F, A>) => TaskEither<F | Port.Unavailable, A>

/** Once whatever waits for its turn has had it. */
export const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done)
  })

/** A write that does not arrive now and then, or whose answer is lost. */
const write =
  ({ chance, perTen }: Failing): Call =>
  (task) =>
  async () => {
    await nextTurn()
    const luck = chance() * 10
    if (luck < perTen) return E.left(Port.unavailable('the call was lost'))
    const answer = await task()
    return luck < 2 * perTen ? E.left(Port.unavailable('the answer was lost')) : answer
  }

/** A read that is not answered now and then. */
const read =
  ({ chance, perTen }: Failing): Call =>
  (task) =>
  async () =>
    chance() * 20 < perTen ? E.left(Port.unavailable('the read was lost')) : task()

/** A store that loses appends, loses answers, does not answer reads, and refuses what is too large for it. */
export const failingStore = (
  store: Port.EventStore,
  failing: Failing & {
    /** The most records that one append may hold. */
    readonly largest: number
  },
): Port.EventStore => {
  const [writing, reading] = [write(failing), read(failing)]
  const { largest } = failing
  return {
    ...store,
    append: (stream, expected, records, after) =>
      records.length > largest
        ? () => Promise.resolve(E.left(Port.tooLarge(largest, 'records')))
        : writing(store.append(stream, expected, records, after)),
    readStream: (stream, page) => reading(store.readStream(stream, page)),
    readLog: (page) => reading(store.readLog(page)),
    head: reading(store.head),
  }
}

/** A view store that loses commits, loses answers, and does not answer reads. */
export const failingViewStore = (store: Port.ViewStore, failing: Failing): Port.ViewStore => {
  const [writing, reading] = [write(failing), read(failing)]
  return {
    commit: (commit) => writing(store.commit(commit)),
    checkpoint: (reader) => reading(store.checkpoint(reader)),
    headers: (of) => reading(store.headers(of)),
    headersOf: (view, page) => reading(store.headersOf(view, page)),
    rows: (view, place, page) => reading(store.rows(view, place, page)),
    views: reading(store.views),
    drop: (view) => writing(store.drop(view)),
  }
}

/** A directory that loses what it is told, loses answers, and does not answer questions. */
export const failingDirectory = (directory: Port.Directory, failing: Failing): Port.Directory => {
  const [writing, reading] = [write(failing), read(failing)]
  return {
    ...directory,
    findPeople: (some) => reading(directory.findPeople(some)),
    listCohort: (cohort, some) => writing(directory.listCohort(cohort, some)),
    cohortsOf: (participant) => reading(directory.cohortsOf(participant)),
    erase: (some) => writing(directory.erase(some)),
    told: (cohort, some) => writing(directory.told(cohort, some)),
    erasing: (page) => reading(directory.erasing(page)),
  }
}
