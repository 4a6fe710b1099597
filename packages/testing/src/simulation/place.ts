import { Values, type Cohort, type Command } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { id } from '../scene/ids.ts'
import { the } from '../scene/the.ts'
import { below, type Chance } from '../seeded.ts'
import { arbitraryChoice } from '../walk/choice.ts'
import { menusOf } from '../walk/menu.ts'
import { interpret } from '../walk/interpret.ts'
import { arbitrarySetting, prelude } from '../walk/setting.ts'

/** Where one cohort lives after another. */
export interface Place {
  /** The number of its cohort, among all that there ever were. */
  number: number
  cohort: Values.CohortId
  /** The hour at which it opens, and the one at which the next one follows. */
  begins: number
  ends: number
  /** Whether its first commands were given. */
  isOpen: boolean
  /** How often somebody came again as somebody new, for who they were is being erased; by their number in the scene. */
  readonly lives: Map<string, number>
  /** The last commands that were given to it. */
  readonly earlier: Array<Command.Command>
}

/** The number of the first cohort: the scene's own is what commands are made about, and another one is none of ours. */
const first = 101

/** The n-th cohort of a simulation. */
export const cohortAt = (number: number): Values.CohortId => id('cohort', first + number)

/** A place whose cohort opens at an hour. */
export const newPlace = (number: number, begins: number, chance: Chance): Place => ({
  number,
  cohort: cohortAt(number),
  begins,
  ends: begins + 200 + below(chance, 1000),
  isOpen: false,
  lives: new Map(),
  earlier: [],
})

/** The next cohort takes its place. */
export const renew = (place: Place, number: number, begins: number, chance: Chance): void => {
  Object.assign(place, newPlace(number, begins, chance))
}

const PERSON = /10000000-0000-4000-8000-00000000000([1-8])/g
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

/** A person of a cohort; the last of the juniors and of the seniors is in the cohort before or after it, too. */
const personAt = ({ number, lives }: Place, who: string): string => {
  const group = Number(who) % 4 === 0 ? 100_000 + (number >> 1) : number + 1
  const [first, second] = [String(group).padStart(7, '0'), String(lives.get(who) ?? 0)]
  return `1${first}-${second.padStart(4, '0')}-4000-8000-00000000000${who}`
}

/** Who comes in the place of somebody who is being erased is somebody new. */
export const follow = ({ lives }: Place, participant: Values.ParticipantId): void => {
  const who = participant.slice(-1)
  lives.set(who, (lives.get(who) ?? 0) + 1)
}

/** What is said of the scene's cohort and its people, said of this one and of its own. */
const moved = (command: Command.Command, place: Place): Command.Command => {
  const text = JSON.stringify(command)
    .replaceAll(the.cohort, place.cohort)
    .replace(PERSON, (_, who: string) => personAt(place, who))
  return JSON.parse(text) as Command.Command
}

const later = (command: Command.Command, hours: number): Command.Command => {
  const text = JSON.stringify(command).replace(INSTANT, (instant) =>
    Values.plusMillis(instant as Values.Instant, hours * Values.HOUR),
  )
  return JSON.parse(text) as Command.Command
}

const sample = <A>(arbitrary: fc.Arbitrary<A>, chance: Chance, numRuns: number) =>
  fc.sample(arbitrary, { seed: below(chance, 2 ** 31), numRuns })

const menus = menusOf({})

/** The commands with which the cohort of a place begins. */
export const opening = (place: Place, chance: Chance): ReadonlyArray<Command.Command> =>
  sample(arbitrarySetting(undefined), chance, 1)
    .flatMap((setting) => prelude(setting))
    .map((command) => moved(later(command, place.begins - 2), place))

/** Commands that are plausible where the cohort of a place stands, and some nonsense. */
export const nextCommands = (
  place: Place,
  state: Cohort.Cohort,
  hour: number,
  chance: Chance,
  times: number,
): ReadonlyArray<Command.Command> => {
  const commands = sample(arbitraryChoice, chance, times).map((choice) =>
    moved(interpret(menus, state, hour, choice, place.earlier), place),
  )
  for (const command of commands)
    if (command.type === 'EraseParticipant') follow(place, command.participant)
  place.earlier.push(...commands)
  place.earlier.splice(0, Math.max(0, place.earlier.length - 60))
  return commands
}
