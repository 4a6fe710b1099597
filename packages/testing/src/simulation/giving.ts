import { Stored, Values, View, type Command } from '@reverse-mentoring/core'
import type { Receipt } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { mostLate } from './host.ts'
import type { Running } from './running.ts'
import { nextUuid } from './seeded-ids.ts'
import { count, instantOf, type Told, type World } from './world.ts'

/** Milliseconds within which a command is answered: its deadline, by an alarm that may be late. */
const inTime = 15_000 + mostLate

/** Milliseconds that what is said may be ahead of the clock. */
const mostAhead = 5 * Values.MINUTE

type Answer = E.Either<{ readonly _tag: string }, Receipt>

/** Enrolments go by the directory, all else by the cohort. */
const ask = async (
  { engine }: Running,
  command: Command.Command,
  id: Values.Uuid,
  isPlain: boolean,
): Promise<Answer> => {
  if (command.type !== 'Enrol' || isPlain) return engine.handle(command, { command: id })()
  const { type: _type, cohort, ...person } = command
  const answer = await engine.enrol(cohort, [person])()
  if (E.isLeft(answer)) return answer
  return answer.right[0] ?? E.left({ _tag: 'no answer' })
}

/** A view is said to show what a receipt answers for: then it does. */
const lookAtView = async (world: World, { engine }: Running, told: Told): Promise<void> => {
  const { witness, counts, broken, chance } = world
  const { answer, command, id } = told
  if (answer === undefined || E.isLeft(answer)) return
  const view = View.standardViews[Math.floor(chance() * View.standardViews.length)]
  if (view === undefined) return
  const awaited = await engine.awaitView(answer.right as Receipt, view)()
  count(counts, `awaited views: ${E.isRight(awaited) ? 'there' : awaited.left._tag}`)
  if (E.isLeft(awaited)) {
    if (awaited.left._tag !== 'Unavailable')
      broken.push(`a view that was awaited: ${awaited.left._tag}`)
    return
  }
  const needed = witness.revisionOf(Stored.cohortStream(command.cohort), id) ?? 1
  if (witness.shown(view.name, command.cohort) < needed)
    broken.push(`${view.name} was said to be there, and was not`)
}

/** Gives a command to an engine, and notes what was known when it was answered, or its engine was gone. */
export const give = async (
  world: World,
  running: Running,
  command: Command.Command,
  id = nextUuid(world.chance, Values.millis(instantOf(world.scheduler))),
): Promise<Told> => {
  const { scheduler, trace, witness, counts, broken } = world
  const asked = scheduler.time()
  const { name } = running.process
  trace.say(`${String(asked)} ${name} is asked to ${command.type} ${id}`)
  const stream = Stored.cohortStream(command.cohort)
  const from = witness.idsOf(stream).length
  const isPlain = world.chance() < 0.3
  const answer = await Promise.race([ask(running, command, id, isPlain), running.died])
  const now = scheduler.time()
  const tag = answer === undefined ? 'nothing' : E.isRight(answer) ? 'done' : answer.left._tag
  trace.say(`${String(now)} ${name} answers ${id} with ${tag}`)
  count(counts, `commands answered: ${tag}`)
  if (now - asked > inTime) broken.push(`${command.type} was not answered in time`)
  if (tag === 'Defect' || tag === 'Misused') broken.push(`${command.type} was answered ${tag}`)
  const ahead = Values.millis(command.at) - Values.millis(instantOf(scheduler))
  if (tag === 'done' && ahead > mostAhead + mostLate)
    broken.push(`${command.type} was taken, and lies ahead of the clock`)
  const told = { command, id, answer, from, then: witness.idsOf(stream).length }
  world.told.push(told)
  if (world.chance() < 0.15) await Promise.race([lookAtView(world, running, told), running.died])
  return told
}
