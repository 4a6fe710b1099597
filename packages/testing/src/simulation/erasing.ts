import { Stored, type Command, type Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Running } from './running.ts'
import { follow, type Place } from './place.ts'
import { nextId } from './seeded-ids.ts'
import { count, instantOf, type World } from './world.ts'

/** What is put into a directory of somebody, so that an erasure has something to take away. */
export const describe = async (
  { chance, counts, scheduler, stage, ports }: World,
  participant: Values.ParticipantId,
): Promise<void> => {
  const { directory } = ports
  const person: Port.Profile = {
    participant,
    name: `name of ${participant}`,
    attributes: { region: chance() < 0.5 ? 'north' : 'south' },
    identity: {},
  }
  const text = { text: nextId(chance, Values.TextId), author: participant, subjects: [] }
  const put = await scheduler.call(stage, 'putPeople', directory.putPeople([person]))
  await scheduler.call(
    stage,
    'putText',
    directory.putText({ ...text, words: `words of ${participant}` }),
  )
  count(counts, E.isRight(put) ? 'people described' : 'people not described')
}

const isOver = ({ witness }: World, cohort: Values.CohortId): boolean =>
  witness.has(Stored.cohortStream(cohort), 'CohortClosed')

/** Somebody asks to be erased, from wherever they are. */
export const erase = async (
  world: World,
  { engine, died }: Running,
  place: Place,
  participant: Values.ParticipantId,
): Promise<void> => {
  const { chance, scheduler, counts, erased, trace } = world
  const by = { role: 'participant', id: participant } as const
  follow(place, participant)
  // Whichever of the steps of what runs beside it it comes before.
  await scheduler.pause(world.stage, chance() * 150)
  const asked = engine.erase({ participants: [participant], at: instantOf(scheduler), by })()
  const done = await Promise.race([asked, died])
  const isTaken = done !== undefined && E.isRight(done)
  trace.say(
    `${String(scheduler.time())} erasing ${participant}: ${isTaken ? 'taken' : 'no answer'}`,
  )
  count(counts, isTaken ? 'erasures taken' : 'erasures without an answer')
  for (const one of isTaken ? done.right.told : []) {
    const isThere = world.witness.has(
      Stored.cohortStream(one.cohort),
      'ParticipantErased',
      one.participant,
    )
    // A cohort that was closed before it knew them is told of nobody.
    if (!isThere && !isOver(world, one.cohort))
      world.broken.push('a cohort counts as told of an erasure, and was not')
  }
  // Whom no cohort lists yet, nobody can be told of.
  if (isTaken && done.right.told.length + done.right.delayed.length > 0) erased.add(participant)
}

/** Whom a command is about, if it enrols somebody. */
export const enrolledBy = (command: Command.Command): Values.ParticipantId | undefined =>
  command.type === 'Enrol' ? command.participant : undefined
