import { randomUUID } from 'node:crypto'
import { Stored, type Event, type Port, type Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'

const newId = (): Values.Uuid => randomUUID() as Values.Uuid

/** Records events of the scene's cohort, as an engine does. */
export const record = async (
  store: Port.EventStore,
  events: ReadonlyArray<Event.CohortEvent>,
  expected = 0,
): Promise<void> => {
  const records = events.map((event): Stored.NewRecord => {
    const payload = Stored.encodeEvent(event)
    if (E.isLeft(payload)) throw new Error(payload.left._tag)
    return { id: newId(), ...payload.right, meta: { command: newId() } }
  })
  if (!isNonEmpty(records)) return
  const answer = await store.append(Stored.cohortStream(Scene.the.cohort), expected, records)()
  if (E.isLeft(answer)) throw new Error(answer.left._tag)
}
