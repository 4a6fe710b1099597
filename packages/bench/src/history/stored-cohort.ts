import { Stored, Values, type Event, type Port } from '@reverse-mentoring/core'
import { promise, randomId, sha256, systemSources } from '@reverse-mentoring/runtime'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import * as E from 'fp-ts/lib/Either.js'
import { isWhole, largeCohort } from './large-cohort.ts'

/** A lively cohort in a store. */
export interface StoredCohort {
  readonly stream: string
  readonly events: ReadonlyArray<Event.CohortEvent>
  readonly records: ReadonlyArray<Stored.NewRecord>
}

const recordOf = (event: Event.CohortEvent): Stored.NewRecord => {
  const payload = Stored.encodeEvent(event)
  if (E.isLeft(payload)) throw new Error(JSON.stringify(payload.left))
  return { id: systemSources.id(), ...payload.right, meta: { command: randomId(Values.Uuid) } }
}

const proofOf = Stored.proofOf(sha256)

/** Records as they are written, each with its proof. */
const proved = (
  stream: string,
  records: ReadonlyArray<Stored.NewRecord>,
): ReadonlyArray<Stored.NewRecord> => {
  let before: Pick<Stored.Proved, 'proof'> = {}
  return records.map((record, i) => {
    const proof = proofOf(before, { ...record, stream, revision: i + 1 })
    before = { proof }
    return { ...record, meta: { ...record.meta, proof } }
  })
}

const batchSize = 500

/** Puts a cohort of so many events into a store, in batches. */
export const storeCohort = async (
  store: Pick<Port.EventStore, 'append'>,
  size: number,
): Promise<StoredCohort> => {
  const events = largeCohort(size)
  const [opening] = events
  if (opening?.type !== 'CohortOpened' || !isWhole(events))
    throw new Error('the benchmark stores nonsense')
  const stream = Stored.cohortStream(opening.cohort)
  const records = proved(stream, events.map(recordOf))
  for (let from = 0; from < records.length; from += batchSize) {
    const batch = records.slice(from, from + batchSize)
    if (isNonEmpty(batch)) await promise(store.append(stream, from, batch))
  }
  return { stream, events, records }
}
