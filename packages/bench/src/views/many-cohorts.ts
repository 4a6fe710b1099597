import { Stored, Values, type Port } from '@reverse-mentoring/core'
import { promise, systemSources } from '@reverse-mentoring/runtime'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import * as E from 'fp-ts/lib/Either.js'
import { largeCohort } from '../history/large-cohort.ts'

/** How many cohorts of how many events, and how many events are appended at a time. */
export interface Size {
  readonly cohorts: number
  readonly events: number
  readonly turn: number
}

const payloadsOf = (events: number): ReadonlyArray<string> =>
  largeCohort(events).map((event) => {
    const payload = Stored.encodeEvent(event)
    if (E.isLeft(payload)) throw new Error(JSON.stringify(payload.left))
    return JSON.stringify(payload.right)
  })

/** The JSON with other ids: every id of the n-th cohort is its own. */
export const inCohort = (json: string, n: number): string =>
  json.replaceAll('-4000-8000-', `-4${n.toString(16).padStart(3, '0')}-8000-`)

const ofCohort = (payload: string, n: number): Stored.Payload =>
  JSON.parse(inCohort(payload, n)) as Stored.Payload

const recordOf = (payload: Stored.Payload): Stored.NewRecord => {
  const id = systemSources.id()
  return { id, ...payload, meta: { command: id } }
}

/** The streams of as many cohorts. */
export const streamsOf = ({ cohorts }: Size): ReadonlyArray<Values.CohortId> => {
  const [opening] = payloadsOf(75)
  return Array.from({ length: cohorts }, (_, n) => {
    const { cohort } = ofCohort(opening ?? '', n).data
    if (!Values.CohortId.is(cohort)) throw new Error('no cohort')
    return cohort
  })
}

/** Appends that are asked for together, so that a store that can send them together does. */
const together = 50

/** Stores lively cohorts in turns, a few events of each at a time, so that the log holds them interleaved. */
export const storeCohorts = async (
  store: Pick<Port.EventStore, 'append'>,
  size: Size,
): Promise<void> => {
  const payloads = payloadsOf(size.events)
  const streams = streamsOf(size).map(Stored.cohortStream)
  for (let from = 0; from < payloads.length; from += size.turn) {
    const turn = payloads.slice(from, from + size.turn)
    for (let first = 0; first < streams.length; first += together) {
      const some = streams.slice(first, first + together).map(async (stream, i) => {
        const batch = turn.map((payload) => recordOf(ofCohort(payload, first + i)))
        if (isNonEmpty(batch)) await promise(store.append(stream, from, batch))
      })
      await Promise.all(some)
    }
  }
}
