import { Cohort, Values, type Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from './cohorts.ts'
import type { HandleFailure } from './commit-batch.ts'

/** What time asks for as of an instant: proposals past their deadline lapse. Pure; O(pairings). */
export const due = (
  cohort: Cohort.Cohort,
  asOf: Values.Instant,
  by: Values.Actor,
): ReadonlyArray<Command.Command> => {
  const { opened } = cohort
  if (opened === undefined || cohort.closedAt !== undefined) return []
  return Cohort.pairings(cohort)
    .filter(
      ({ _tag, matched }) =>
        _tag === 'Proposed' && Values.plusDays(matched.at, opened.rules.answerDays) <= asOf,
    )
    .map(({ pairing }): Command.LapseProposal => {
      return { type: 'LapseProposal', cohort: opened.cohort, at: asOf, by, pairing }
    })
    .sort((a, b) => (a.pairing < b.pairing ? -1 : 1))
}

/** Gives a cohort the commands that are due; answers how many. An answer that came first is no failure. */
export const keepTime =
  (cohorts: Cohorts, by: Values.Actor) =>
  (cohort: Values.CohortId, asOf: Values.Instant): TaskEither<HandleFailure, number> =>
  async () => {
    const loaded = await cohorts.load(cohort)()
    if (E.isLeft(loaded)) return loaded
    const commands = due(loaded.right.cohort, asOf, by)
    const answers = await Promise.all(commands.map((command) => cohorts.handle(command)()))
    const failure = answers.filter(E.isLeft).find(({ left }) => !isLate(left))
    return failure ?? E.right(answers.filter(E.isRight).length)
  }

/** The proposal was answered, or the cohort closed, in the meantime. */
const isLate = ({ _tag }: HandleFailure): boolean =>
  _tag === 'PairingOver' || _tag === 'AlreadyFormal' || _tag === 'CohortOver'
