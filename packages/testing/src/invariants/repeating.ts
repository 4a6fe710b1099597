import { Cohort, Values, type Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { shown } from './look.ts'
import { readable, sameShape } from '../readable.ts'
import type { Core } from '../walk/core.ts'
import { foldFrom, type Step } from '../walk/walk.ts'
import { changes } from './consent.ts'
import { firstBroken, type Invariant } from './invariant.ts'

/** A few later points of a walk: right behind the step, half-way, and at its end. */
const laterThan = (steps: ReadonlyArray<Step>, i: number): ReadonlyArray<Step> =>
  [i, (i + steps.length) >> 1, steps.length - 1].flatMap((n) => steps[n] ?? [])

/** Of somebody who has joined since, a line is news, and the close is over it. */
const isNews = ({ type }: Command.Command): boolean => type === 'RecordLines'

const asList = <A>(value: A | undefined): ReadonlyArray<A> => (value === undefined ? [] : [value])

/** The values of a record; of anything else, itself. */
const partsOf = (value: unknown): ReadonlyArray<unknown> =>
  typeof value === 'object' && value !== null ? Object.values(value) : [value]

/** Everybody that a command is by or about. */
const peopleOf = (
  command: Command.Command,
  cohort: Cohort.Cohort,
): ReadonlyArray<Values.ParticipantId> => {
  const named = partsOf(command).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((item: unknown) => partsOf(item)) : [value],
  )
  const enrolment = 'enrolment' in command ? command.enrolment : undefined
  const enrolled = enrolment && Cohort.enrolment(cohort, enrolment)?.enrolled
  return [command.by.id, ...named.filter(Values.ParticipantId.is), ...asList(enrolled?.participant)]
}

/** Somebody whom it is by or about is gone, or who coordinated takes part since, or is not named any more. */
const isOutOfReach = (command: Command.Command, cohort: Cohort.Cohort): boolean =>
  peopleOf(command, cohort).some((id) => Cohort.isErased(cohort, id)) ||
  (command.by.role === 'coordinator' &&
    (Cohort.wasEnrolled(cohort, command.by.id) ||
      Cohort.coordinatorsOf(cohort)?.includes(command.by.id) === false))

/** What a repeat may be refused with: a later word stands, or it is out of reach. */
const isSafe = (tag: Command.Refusal['_tag'], command: Command.Command, { after }: Step): boolean =>
  tag === 'Superseded' ||
  (tag === 'NotAllowed' && isOutOfReach(command, after)) ||
  (tag === 'CohortOver' && isNews(command))

const unsafe = (core: Core, step: Step, later: Step): string | undefined => {
  const { command } = step
  const again = core.decide(command, later.after)
  if (E.isLeft(again)) {
    const isLet = later !== step && isSafe(again.left._tag, command, later)
    return isLet ? undefined : `${command.type} sent again is refused: ${readable(again.left)}`
  }
  const adds = again.right.length > 0
  return adds && (later === step || !isNews(command))
    ? `${command.type} takes effect again`
    : undefined
}

/** INV28, of every command that was accepted. */
export const repeatingIsSafe: Invariant = {
  rule: 'INV28',
  name: 'repeating an accepted command adds nothing, at once or at any later point',
  broken: ({ steps }, core) =>
    firstBroken([...steps.entries()], ([i, step]) =>
      changes(step)
        ? firstBroken(laterThan(steps, i), (later) => unsafe(core, step, later))
        : undefined,
    ),
}

const closeAgain = (core: Core, { after }: Step, { command }: Step): string | undefined => {
  if (command.type !== 'CloseCohort') return undefined
  const answer = core.decide(command, after)
  const twice = foldFrom(
    core,
    [{ type: 'CohortClosed', at: '2099-01-01T00:00:00.000Z' as typeof command.at, by: command.by }],
    after,
  )
  const isSame = sameShape(shown(core.views, after), shown(core.views, twice))
  return isSame && E.isRight(answer) && answer.right.length === 0
    ? undefined
    : 'the second close did something'
}

/** INV22. */
export const closingTwice: Invariant = {
  rule: 'INV22',
  name: 'closing twice equals closing once',
  broken: ({ steps }, core) =>
    firstBroken(steps.filter(changes), (step) => closeAgain(core, step, step)),
}
