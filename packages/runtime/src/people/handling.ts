import { Cohort, Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import { latestSaid } from '../cohort/latest-said.ts'
import { readOrigin } from '../cohort/origin.ts'
import type { ErasingBench } from './erasing.ts'
import { permitted } from './permission.ts'

/** The person goes from the directory, if the cohort takes the command, and if it may be so; answers whether it does. */
const eraseFirst = async (
  bench: ErasingBench,
  command: Command.EraseParticipant,
): Promise<E.Either<HandleFailure, boolean>> => {
  const { cohort, participant, at, by } = command
  if (at > latestSaid(bench.sources)) return E.right(false)
  const loaded = await bench.cohorts.load(cohort)()
  if (E.isLeft(loaded)) return loaded
  if (E.isLeft(Cohort.decide(command, loaded.right.cohort))) return E.right(false)
  await bench.setRight()
  const may = await permitted(bench, { participants: [participant], at, by })
  if (E.isLeft(may)) return may
  if (!isNonEmpty(may.right)) return E.right(true)
  return E.map(() => true)(await bench.directory.erase(may.right)())
}

/**
 * Answers any command; whom it erases is deleted in the directory first. Other cohorts of who is erased are told by the
 * timekeeper.
 */
export const handling =
  (bench: ErasingBench): Cohorts['answer'] =>
  (given, origin, isLate) =>
  async () => {
    const read = Command.fromJson(given)
    if (E.isLeft(read)) return read
    const from = readOrigin(origin ?? {})
    if (E.isLeft(from)) return from
    const command = read.right
    const answering = bench.cohorts.answer(command, from.right, isLate)
    if (command.type !== 'EraseParticipant') return answering()
    const first = await eraseFirst(bench, command)
    if (E.isLeft(first)) return first
    const answer = await answering()
    if (E.isLeft(answer)) return answer
    // The cohort has come to know the person between the two questions.
    const then = first.right ? first : await eraseFirst(bench, command)
    if (E.isLeft(then)) return then
    // Where the directory cannot take it down, the timekeeper tells the cohort once more, which adds nothing.
    await bench.directory.told(command.cohort, [command.participant])()
    return answer
  }
