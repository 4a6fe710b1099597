import { Stored, View, type Event, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { below } from '../seeded.ts'
import type { Ports } from './on-schedule.ts'
import { sound, wholeLog } from './reading.ts'
import { newWitness } from './witness.ts'
import { count, type World } from './world.ts'

/** The longest part of a log that a restoring takes away. */
const mostLost = 200

const eventsIn = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<Event.CohortEvent> =>
  records.flatMap((record) => {
    const event = Stored.decodeEvent(record)
    return E.isRight(event) ? [event.right] : []
  })

/** Where a copy may end: not in the middle of what one command led to. */
const endBefore = (log: ReadonlyArray<Stored.StoredRecord>, most: number): number => {
  let end = most
  while (end > 0 && log[end - 1]?.meta.command === log[end]?.meta.command) end -= 1
  return end
}

const putBack = async (world: World, newPorts: () => Promise<Ports>): Promise<void> => {
  const { chance, counts, trace, scheduler, cohorts, erased } = world
  const whole = await wholeLog(world.ports.store)
  const copy = whole.slice(0, endBefore(whole, Math.max(0, whole.length - below(chance, mostLost))))
  const fresh = await newPorts()
  const isBare = chance() < 0.3
  for (const { stream, revision, checkpoint: _at, recordedAt: _when, ...record } of copy)
    await sound(fresh.store.append(stream, revision - 1, [record]))
  const isBehind = !isBare && chance() < 0.5
  const [far] = copy.slice(below(chance, copy.length + 1))
  world.ports = {
    ...world.ports,
    store: fresh.store,
    ...(isBare && { viewStore: fresh.viewStore }),
  }
  // A hint may lag, or go back.
  if (isBehind && far !== undefined) {
    const records = await wholeLog(fresh.store)
    const checkpoint = records[copy.indexOf(far)]?.checkpoint
    const readers = View.standardViews.map(({ name }) => name)
    if (checkpoint !== undefined)
      await sound(world.ports.viewStore.commit({ changes: [], progress: { readers, checkpoint } }))
  }
  trace.say(
    `${String(scheduler.time())} restored to ${String(copy.length)} of ${String(whole.length)}`,
  )
  count(counts, isBare ? 'logs restored under no views' : 'logs restored under newer views')
  world.witness = newWitness(await wholeLog(fresh.store))
  world.told = []
  // Of whose erasure the copy does not know, the cohort knows nothing either.
  const gone = new Set<Values.ParticipantId>()
  for (const event of eventsIn(copy))
    if (event.type === 'ParticipantErased') gone.add(event.participant)
  for (const participant of erased) if (!gone.has(participant)) erased.delete(participant)
  for (const cohort of cohorts) {
    const first = copy.find(({ stream }) => stream === Stored.cohortStream(cohort))
    if (first === undefined) cohorts.delete(cohort)
  }
}

/**
 * Puts an older copy of the log in the place of the log, under the views that were there or under none, as an operator
 * does while no engine runs. What was acknowledged since the copy is gone.
 */
export const restore = (world: World, newPorts: () => Promise<Ports>): Promise<void> =>
  world.scheduler.call(world.stage, 'an older log is put back', () => putBack(world, newPorts))
