import type { Command } from '@reverse-mentoring/core'
import type { SyncPlan } from '@reverse-mentoring/roster'
import { failureKind, type Engine, type HandleFailure } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { sayFailure } from '../simulation/failure.ts'
import { failed, type Stop } from '../stop.ts'
import { wrapped } from '../wording.ts'

/** Commands of one kind do not wait for each other; of the next kind none is sent before. */
const inSteps = ({ commands }: SyncPlan): ReadonlyArray<ReadonlyArray<Command.Command>> => {
  const byType = new Map<string, Array<Command.Command>>()
  for (const command of commands) {
    const some = byType.get(command.type)
    if (some === undefined) byType.set(command.type, [command])
    else some.push(command)
  }
  return [...byType.values()]
}

const meanwhile = wrapped(
  'Stopped: something else was written to this cohort at the same time, perhaps by another --apply. What was done stays, and nothing was done twice. The same command says what is left to do.',
)

/** A plan was tried before: what is refused now changed meanwhile. */
const sayStopped = (failure: HandleFailure): string =>
  failureKind(failure) === 'conflict' ? meanwhile : sayFailure(failure)

/** Does what a plan says; what took effect before a refusal stays, and the same plan goes on from there. */
export const carryOut = async (engine: Engine, plan: SyncPlan): Promise<E.Either<Stop, void>> => {
  for (const step of inSteps(plan)) {
    const answers = await Promise.all(step.map((command) => engine.handle(command)()))
    const refused = answers.find(E.isLeft)
    if (refused !== undefined) return E.left(failed(sayStopped(refused.left)))
  }
  const shown = await engine.catchUp()
  return E.isLeft(shown) ? E.left(failed(sayFailure(shown.left))) : E.right(undefined)
}
