import { Cohort, Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import { latestSaid } from '../cohort/latest-said.ts'
import { readOrigin } from '../cohort/origin.ts'
import type { EnrollingBench } from './enrolling.ts'
import type { ErasingBench } from './erasing.ts'
import { permitted } from './permission.ts'

/** What handling works with. */
export type HandlingBench = EnrollingBench & ErasingBench

type Ready = E.Either<HandleFailure, void>

/** The person goes from the directory, if the cohort would take it, and if it may be so. */
const eraseFirst = async (
  bench: HandlingBench,
  command: Command.EraseParticipant,
): Promise<Ready> => {
  const { cohort, participant, at, by } = command
  if (at > latestSaid(bench.sources)) return E.right(undefined)
  const loaded = await bench.cohorts.load(cohort)()
  const isTaken = E.isRight(loaded) && E.isRight(Cohort.decide(command, loaded.right.cohort))
  if (!isTaken) return E.right(undefined)
  const may = await permitted(bench, { participants: [participant], at, by })
  if (E.isLeft(may)) return may
  if (!isNonEmpty(may.right)) return E.right(undefined)
  return E.map(() => undefined)(await bench.directory.erase(may.right)())
}

/** What the directory is told before a command is recorded. */
const readyFor = (bench: HandlingBench, command: Command.Command): Ready | Promise<Ready> => {
  if (command.type === 'EraseParticipant') return eraseFirst(bench, command)
  return command.type === 'Enrol'
    ? bench.directory.listCohort(command.cohort, [command.participant])()
    : E.right(undefined)
}

/**
 * Answers any command; the directory knows of it first: whom it enrols is listed there, and whom it erases is deleted.
 * Other cohorts of who is erased are told by the timekeeper.
 */
export const handling =
  (bench: HandlingBench): Cohorts['answer'] =>
  (given, origin, isLate) =>
  async () => {
    const read = Command.fromJson(given)
    if (E.isLeft(read)) return read
    const from = readOrigin(origin ?? {})
    if (E.isLeft(from)) return from
    const command = read.right
    const ready = await readyFor(bench, command)
    if (E.isLeft(ready)) return ready
    const answer = await bench.cohorts.answer(command, from.right, isLate)()
    // Where the directory cannot take it down, the timekeeper tells the cohort once more, which adds nothing.
    if (command.type === 'EraseParticipant' && E.isRight(answer))
      await bench.directory.told(command.cohort, [command.participant])()
    return answer
  }
