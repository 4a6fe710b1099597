import { Cohort, Values, type Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { below, oneOf } from '../seeded.ts'
import { askAtDesk } from './asking.ts'
import { draftAndRecord } from './drafting.ts'
import { describe, enrolledBy, erase } from './erasing.ts'
import { give } from './giving.ts'
import type { Running } from './running.ts'
import { nextCommands, opening, renew, type Place } from './place.ts'
import { count, hourOf, untilBeat, type Told, type World } from './world.ts'

/** Beats from one thing that somebody does to the next at most. */
const mostBeats = 32

/** The most commands that are given at once. */
const mostAtOnce = 8

const up = ({ chance, hosts }: World): Running | undefined =>
  oneOf(
    chance,
    hosts.flatMap(({ running }) => (running === undefined ? [] : [running])),
  )

/** Who got no answer, or none that says anything, asks the same again: of whichever engine there is. */
const giveAgain = async (world: World, told: Told): Promise<void> => {
  const { answer, command, id } = told
  const isUnknown = answer === undefined || (E.isLeft(answer) && answer.left._tag === 'Unavailable')
  if (!isUnknown || world.chance() < 0.4) return
  await world.scheduler.pause(world.stage, below(world.chance, Values.MINUTE))
  const running = up(world)
  if (running === undefined) return
  count(world.counts, 'commands given again')
  await give(world, running, command, id)
}

/** Whoever enrols is described first, and now and then erased at the same time. */
const giveOne = async (
  world: World,
  running: Running,
  place: Place,
  command: Command.Command,
): Promise<void> => {
  const participant = enrolledBy(command)
  if (participant !== undefined) await describe(world, participant)
  const isRaced = participant !== undefined && world.chance() < 0.1
  const [told] = await Promise.all([
    give(world, running, command),
    ...(isRaced ? [erase(world, up(world) ?? running, place, participant)] : []),
  ])
  await giveAgain(world, told)
}

const open = async (world: World, running: Running, place: Place): Promise<void> => {
  place.isOpen = true
  world.cohorts.add(place.cohort)
  count(world.counts, 'cohorts opened')
  // What comes after has something to stand on.
  for (const command of opening(place, world.chance)) {
    await giveOne(world, running, place, command)
    place.earlier.push(command)
  }
}

const act = async (
  world: World,
  running: Running,
  place: Place,
  state: Cohort.Cohort,
): Promise<void> => {
  const { chance, scheduler } = world
  const luck = chance()
  if (luck < 0.06) return draftAndRecord(world, running, place)
  if (luck < 0.2) return askAtDesk(world, running, place, state)
  if (luck < 0.215) {
    const person = oneOf(chance, Cohort.people(state))
    return person === undefined ? undefined : erase(world, running, place, person.participant)
  }
  const times = chance() < 0.6 ? 1 : 1 + below(chance, mostAtOnce)
  const commands = nextCommands(place, state, hourOf(scheduler), chance, times)
  const anywhere = (): Running => (chance() < 0.3 ? (up(world) ?? running) : running)
  await Promise.all(commands.map((command) => giveOne(world, anywhere(), place, command)))
}

/** Somebody does one thing after another at a place, as long as it is not over. */
export const play = async (world: World, place: Place, isOver: () => boolean): Promise<void> => {
  const { chance, scheduler, stage } = world
  let state = Cohort.noCohort
  let seen = place.cohort
  while (!isOver()) {
    await scheduler.pause(stage, untilBeat(scheduler.time(), 1 + below(chance, mostBeats)))
    const running = up(world)
    if (running === undefined || isOver()) continue
    if (hourOf(scheduler) >= place.ends) {
      renew(place, world.made, hourOf(scheduler), chance)
      world.made += 1
    }
    if (place.cohort !== seen) [state, seen] = [Cohort.noCohort, place.cohort]
    if (!place.isOpen) {
      await open(world, running, place)
      continue
    }
    const loaded = await Promise.race([running.engine.load(place.cohort)(), running.died])
    if (loaded !== undefined && E.isRight(loaded)) {
      state = loaded.right.cohort
      // It was not opened after all, or an older log does not hold it.
      if (state.opened === undefined) place.isOpen = false
      if (state.closedAt !== undefined) place.ends = Math.min(place.ends, hourOf(scheduler) + 48)
    }
    await Promise.race([act(world, running, place, state), running.died])
  }
}
