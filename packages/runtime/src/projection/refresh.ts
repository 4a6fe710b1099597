import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { nothingRead, standsAt, type Loaded } from '../cohort/loaded.ts'
import type { Memory } from '../cohort/memory.ts'
import { readAfter, readOn, type ReadRecords, type Streams } from '../cohort/read-records.ts'
import type { Unreadable } from '../cohort/unreadable.ts'
import type { Behind } from './behind.ts'
import { holds } from './stood.ts'
import { changeOf } from './change-of.ts'
import { standAt, type Stand } from './stand.ts'
import { walkRecords } from './walk-records.ts'

/** What brings the views of a cohort up to date. */
export interface Refreshed {
  readonly cohort: Values.CohortId
  readonly changes: ReadonlyArray<Port.ViewChange>
  /** The state that the views then show. */
  readonly loaded: Loaded
  /** What stops them there, if something does. */
  readonly stopped: Unreadable | undefined
  /** Where each view then is parked, if it is. */
  readonly parked: ReadonlyArray<readonly [view: string, parked: Port.Parked]>
}

type Failure = Port.Unavailable | Port.Misused

/** The state from which all views of the cohort can be walked on, where it is remembered. */
const warm = (stands: ReadonlyArray<Stand>, shown: Loaded | undefined): Loaded | undefined =>
  shown !== undefined &&
  shown.revision > 0 &&
  stands.every(({ isAnew, revision }) => isAnew || revision >= shown.revision)
    ? shown
    : undefined

/** The furthest that the rows of any view show. */
const furthest = (stands: ReadonlyArray<Stand>): number =>
  Math.max(0, ...stands.map(({ revision }) => revision))

/** The records right after a state: from the page where they stand on it, else from the stream. */
const recordsAfter = async (
  store: Streams,
  { cohort, records }: Behind,
  from: Loaded,
  needed: number,
): Promise<E.Either<Failure, ReadRecords | 'another log'>> => {
  const stream = Stored.cohortStream(cohort)
  const { revision } = from
  const there = records.find((one) => one.revision === revision)
  if (there !== undefined && !standsAt(from, there)) return E.right('another log')
  const next = records.filter((one) => one.revision > revision)
  const reaches = (next.at(-1)?.revision ?? 0) >= needed
  if (revision > 0 && next[0]?.revision === revision + 1 && reaches) {
    return E.right(readOn(store, stream, from, next))
  }
  return readAfter(store, stream, from)()
}

/** Whether the log holds the record that a state stands at: on the page, or in the stream. */
const isThere = async (
  store: Pick<Port.EventStore, 'readStream'>,
  { cohort, records }: Behind,
  { revision, record }: Loaded,
): Promise<E.Either<Failure, boolean>> => {
  const onPage = records.find((one) => one.revision === revision)
  if (revision === 0) return E.right(record === undefined)
  return onPage === undefined
    ? holds(store, { cohort, revision, record })
    : E.right(standsAt({ revision, record }, onPage))
}

/** Rows of a new view, or of one whose rows are made anew, come from any state that is recent enough; nothing is replayed. */
const fromMemory = (
  stands: ReadonlyArray<Stand>,
  known: Loaded | undefined,
  atLeast: Stored.Revision,
): Loaded | undefined => {
  const isRecent = known !== undefined && known.revision >= atLeast
  return isRecent && stands.every(({ header }) => header === undefined) ? known : undefined
}

/**
 * What brings the views of one cohort up to date with its stream, or with the page where that goes on from what is
 * remembered. Warm, it costs the records that are new; cold, all of the cohort's, but then up to the end of its stream.
 */
export const refresh =
  (store: Streams, memory: Pick<Memory, 'known' | 'shown' | 'doubt'>) =>
  async (behind: Behind): Promise<E.Either<Failure, Refreshed>> => {
    const { cohort } = behind
    const stands = [...behind.headers].map(([view, header]) => standAt(view, header))
    const known = memory.known(cohort)
    const recent = fromMemory(stands, known, behind.atLeast)
    if (recent !== undefined) {
      const proven = await isThere(store, behind, recent)
      if (E.isLeft(proven)) return proven
      if (proven.right) return E.right(refreshed(behind, stands, recent, undefined))
      memory.doubt()
      return refresh(store, memory)(behind)
    }
    const start = warm(stands, memory.shown(cohort)) ?? nothingRead
    const answer = await recordsAfter(store, behind, start, furthest(stands))
    if (E.isLeft(answer)) return answer
    if (answer.right === 'another log') {
      memory.doubt()
      return refresh(store, memory)(behind)
    }
    const { read, stopped, proved } = answer.right
    const walked = { ...walkRecords(start, read, stands), proved }
    // What commands remember is the same state, and is kept once.
    const isKnown = known?.revision === walked.revision && known.record === walked.record
    return E.right(refreshed(behind, stands, isKnown ? known : walked, stopped))
  }

const refreshed = (
  behind: Behind,
  stands: ReadonlyArray<Stand>,
  loaded: Loaded,
  stopped: Unreadable | undefined,
): Refreshed => {
  const changes: Array<Port.ViewChange> = []
  const parked: Array<readonly [string, Port.Parked]> = []
  for (const stand of stands) {
    const change = changeOf(stand, loaded, stopped, behind)
    if (change !== undefined) changes.push(change)
    const header = change?.header ?? stand.header
    if (header?.parked !== undefined) parked.push([stand.view.name, header.parked])
  }
  return { cohort: behind.cohort, changes, loaded, stopped, parked }
}
