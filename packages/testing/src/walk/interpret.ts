import { Values, type Cohort, type Command } from '@reverse-mentoring/core'
import { id } from '../scene/ids.ts'
import { self, the } from '../scene/the.ts'
import { pick, pickOf, type Choice } from './choice.ts'
import { makerOf, type Menus } from './menu.ts'
import { person, type Position } from './pool.ts'
import { purpose } from './people.ts'

/** Somebody else says it: mostly one who may not. */
const byAnother = (command: Command.Command, { who, what }: Choice): Command.Command => ({
  ...command,
  by: pickOf(
    [self(person(who)), the.coordinator, { role: 'coordinator', id: person(what) }, the.system],
    who + what,
  ),
})

const elsewhere = (command: Command.Command): Command.Command =>
  command.type === 'OpenCohort' ? command : { ...command, cohort: id('cohort', 2) }

/** It was said some time ago, and comes in only now. */
const late = (command: Command.Command, { value }: Choice): Command.Command => ({
  ...command,
  at: Values.plusMillis(command.at, -Values.HOUR * (1 + value * 2)),
})

/** An earlier command comes in again: as it was, or said anew. */
const again = (
  earlier: ReadonlyArray<Command.Command>,
  { choice, clock }: Position,
): Command.Command | undefined => {
  const before = pick(earlier, choice.who + choice.what * 7)
  if (before === undefined || choice.value % 3 < 2) return before
  return { ...before, at: Values.plusMillis(before.at, Values.HOUR * (clock % 100)) }
}

const spoil = (command: Command.Command, choice: Choice): Command.Command => {
  const { odd } = choice
  if (odd >= 997) return elsewhere(command)
  if (odd >= 960) return byAnother(command, choice)
  return odd >= 880 ? late(command, choice) : command
}

/** The command that a choice means, where the cohort stands; earlier ones may come in again. */
export const interpret = (
  menus: Menus,
  cohort: Cohort.Cohort,
  clock: number,
  choice: Choice,
  earlier: ReadonlyArray<Command.Command>,
): Command.Command => {
  const position = { cohort, clock, choice }
  const repeated = choice.odd >= 780 && choice.odd < 880 ? again(earlier, position) : undefined
  if (repeated !== undefined) return repeated
  const made = makerOf(menus, cohort, choice.kind)(position) ?? purpose(position)
  return spoil(made, choice)
}
