import { proofCheck } from '@reverse-mentoring/audit'
import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import { openEngine, promise, sha256 } from '@reverse-mentoring/runtime'
import type { Counts } from './counts.ts'
import { byStream, doubledIn } from './log.ts'
import { idsOf, wholeLog, type Read } from './reading.ts'
import { wrongRowsIn } from './views.ts'

/** A command of which its writer was told that it is stored. */
export interface Acknowledged {
  readonly command: string
  readonly cohort: string
}

/** What is looked at. */
export interface Looked {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
}

/** What is known beside what stands there. */
export interface Known {
  readonly acknowledged: ReadonlyArray<Acknowledged>
  /** Heads that were kept apart, where the log may have been damaged since. */
  readonly heads?: Stored.Heads
  /** Cohorts whose records are not all readable, by a fault that is not one of the store. */
  readonly unreadable?: ReadonlyArray<string>
}

/** A place of the log that does not hold what was written. */
export interface Named {
  readonly stream: string
  readonly revision: number
  readonly why: string
}

/** What was found, and which places were named. */
export interface Findings extends Omit<Counts, 'injected' | 'damaged' | 'named' | 'notes'> {
  readonly places: ReadonlyArray<Named>
}

const streamOf = (cohort: string): string => Stored.cohortStream(cohort as Values.CohortId)

/** Places that do not hold what was written, as the check of proofs tells them. */
export const placesIn = (
  { records, damaged }: Read,
  heads?: Stored.Heads,
): ReadonlyArray<Named> => {
  const check = proofCheck(sha256, heads)
  let waiting: Read['damaged'] = damaged
  for (const record of records) {
    const { stream, revision } = record
    const isBefore = (one: (typeof damaged)[number]): boolean =>
      one.stream === stream && one.revision < revision
    for (const one of waiting.filter(isBefore)) check.take({ records: [], damaged: one })
    waiting = waiting.filter((one) => !isBefore(one))
    check.take({ records: [record] })
  }
  for (const one of waiting) check.take({ records: [], damaged: one })
  return check.unproved()
}

/** Streams whose revisions are not 1, 2, 3 …, or that read otherwise by themselves than in the log, before what is named. */
const gapsIn = async (
  store: Port.EventStore,
  { records }: Read,
  namedFrom: (stream: string) => number,
): Promise<number> => {
  let gaps = 0
  for (const [stream, own] of byStream(records)) {
    const from = namedFrom(stream)
    const sound = own.filter(({ revision }) => revision < from)
    gaps += sound.filter(({ revision }, i) => revision !== i + 1).length
    const alone = await idsOf(store, stream)
    gaps += sound.filter(({ id }, i) => id !== alone[i]).length
    if (from === Infinity) gaps += Math.abs(alone.length - own.length)
  }
  return gaps
}

/** Brings the views up, as whoever starts next does. */
const settle = async (ports: Looked): Promise<void> => {
  const engine = await promise(openEngine(ports))
  await promise(engine.catchUp)
  await promise(engine.tick())
  await promise(engine.catchUp)
  await engine.close()
}

/**
 * Reads everything that stands there after a fault, and holds it against what was acknowledged, against the heads that were
 * kept, and against views that are made anew. What was acknowledged and is missing is lost, unless its stream is named.
 */
export const audit = async (ports: Looked, known: Known): Promise<Findings> => {
  await settle(ports)
  const read = await wholeLog(ports.store)
  const places = placesIn(read, known.heads)
  const unreadable = new Set((known.unreadable ?? []).map(streamOf))
  const named = new Set(places.map(({ stream }) => stream))
  const isNamed = (stream: string): boolean => known.heads !== undefined && named.has(stream)
  // What was altered may have become the like of another one; it is named as damage.
  const isAltered = ({ stream, revision }: Stored.StoredRecord): boolean =>
    isNamed(stream) && places.some((one) => one.stream === stream && one.revision === revision)
  const namedFrom = (stream: string): number =>
    isNamed(stream)
      ? Math.min(...places.filter((one) => one.stream === stream).map(({ revision }) => revision))
      : Infinity
  const unproved = places.filter(({ stream }) => !isNamed(stream) && !unreadable.has(stream))
  const stored = new Set(read.records.map(({ meta }) => meta.command as string))
  const missing = known.acknowledged.filter(({ command }) => !stored.has(command))
  return {
    acknowledged: known.acknowledged.length,
    lost: missing.filter(({ cohort }) => !isNamed(streamOf(cohort))).length,
    doubled: doubledIn(read.records.filter((record) => !isAltered(record))),
    gaps: (await gapsIn(ports.store, read, namedFrom)) + unproved.length,
    wrongRows: await wrongRowsIn(ports, new Set(known.unreadable ?? [])),
    places,
  }
}
