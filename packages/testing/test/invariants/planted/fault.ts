import { Cohort, type View, type Command, type Event } from '@reverse-mentoring/core'
import { theCore, type AnyView, type Core } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'

type Event_ = Event.CohortEvent
type Refused = Command.Refusal['_tag']

type Tables = Omit<Cohort.Cohort, 'opened' | 'closedAt' | 'coordinators' | 'awaiting'>

/** A fault reaches into the tables, which nobody else does. */
const withTable = <V>(
  cohort: Cohort.Cohort,
  name: keyof Tables,
  change: (value: V) => V,
): Cohort.Cohort => {
  const table = cohort[name]
  const [settled = Symbol(), since = Symbol()] = Object.getOwnPropertySymbols(table)
  const parts = [settled, since].map((part) => Reflect.get(table, part) as Map<string, V>)
  const all = new Map(parts.flatMap((part) => [...part]))
  const changed = new Map([...all].map(([key, value]) => [key, change(value)]))
  return { ...cohort, [name]: { ...table, [settled]: changed, [since]: new Map() } }
}

/** A core that decides some commands on a cohort that it does not see as it is. */
export const blind = (
  lens: (cohort: Cohort.Cohort, command: Command.Command) => Cohort.Cohort,
  ...types: ReadonlyArray<Command.CommandType>
): Core => ({
  ...theCore,
  decide: (command, cohort) =>
    Cohort.decide(command, types.includes(command.type) ? lens(cohort, command) : cohort),
})

/** What an event says that was made of a command without a thought. */
const naive = (command: Command.Command): ReadonlyArray<Event_> => {
  const { cohort: _cohort, type, ...content } = command
  const simple: Partial<Record<Command.CommandType, Event.EventType>> = {
    Enrol: 'Enrolled',
    AmendEnrolment: 'EnrolmentAmended',
    ProposePairing: 'Matched',
    GiveConsent: 'ConsentGiven',
    WithdrawConsent: 'ConsentWithdrawn',
    AgreeGoals: 'GoalsAgreed',
    CancelSession: 'SessionCancelled',
    GiveFeedback: 'FeedbackGiven',
    ObserveOutcome: 'OutcomeObserved',
    SharePractice: 'PracticeShared',
  }
  const name = simple[type]
  if (name !== undefined) {
    return [{ ...content, ...(name === 'Matched' && { reasons: [] }), type: name } as Event_]
  }
  if (command.type === 'HoldSession' || command.type === 'ScheduleSession') {
    const { cohort: _of, sessions, type: _type, ...rest } = command
    const held = command.type === 'HoldSession' ? 'SessionHeld' : 'SessionScheduled'
    return sessions.map((one) => ({ ...rest, ...one, type: held }) as Event_)
  }
  if (command.type !== 'RecordMatching') return []
  const { cohort: _of, pairs, type: _type, ...ran } = command
  const { at, by, run } = command
  return [
    ...pairs.map((pair): Event_ => ({ ...pair, type: 'Matched', at, by, run })),
    { ...ran, type: 'MatchingRan', part: 1, of: 1, pairs: pairs.length },
  ]
}

/** A core that lets happen what a rule refuses. */
export const lax = (type: Command.CommandType, ...refused: ReadonlyArray<Refused>): Core => ({
  ...theCore,
  decide: (command, cohort) => {
    const answer = Cohort.decide(command, cohort)
    const isLet = command.type === type && E.isLeft(answer) && refused.includes(answer.left._tag)
    return isLet ? E.right(naive(command)) : answer
  },
})

/** A core that refuses what it should let happen. */
export const strict = (
  refuses: (command: Command.Command, cohort: Cohort.Cohort) => boolean,
): Core => ({
  ...theCore,
  decide: (command, cohort) =>
    refuses(command, cohort) ? E.left({ _tag: 'TooEarly' }) : Cohort.decide(command, cohort),
})

/** A core that folds an event in its own way. */
export const folding = (
  after: (folded: Cohort.Cohort, event: Event_, before: Cohort.Cohort) => Cohort.Cohort,
): Core => ({
  ...theCore,
  evolve: (cohort, event) => after(Cohort.evolve(cohort, event), event, cohort),
})

/** A core with one view that shows something else. */
export const showing = <A extends View.Audience, Row extends object>(
  view: View.View<A, Row>,
  change: (row: Row | undefined, cohort: Cohort.Cohort, key: string) => object | undefined,
): Core => {
  const other: AnyView = {
    ...view,
    row: (key, cohort) => change(view.row(key, cohort), cohort, key),
  }
  return { ...theCore, views: theCore.views.map((one) => (one.name === view.name ? other : one)) }
}

export const withPeople = (
  cohort: Cohort.Cohort,
  change: (person: Cohort.Person) => Cohort.Person,
): Cohort.Cohort => withTable(cohort, 'people', change)

export const withEnrolments = (
  cohort: Cohort.Cohort,
  change: (enrolment: Cohort.Enrolment) => Cohort.Enrolment,
): Cohort.Cohort => withTable(cohort, 'enrolments', change)

export const withPairs = (
  cohort: Cohort.Cohort,
  change: (pair: Cohort.Pair) => Cohort.Pair,
): Cohort.Cohort => withTable(cohort, 'pairs', change)

export const withPairings = (
  cohort: Cohort.Cohort,
  change: (pairing: Cohort.Pairing) => Cohort.Pairing,
): Cohort.Cohort => withTable(cohort, 'pairings', change)

export const withSessions = (
  cohort: Cohort.Cohort,
  change: (session: Cohort.Session) => Cohort.Session,
): Cohort.Cohort => withTable(cohort, 'sessions', change)

/** A core with a fault, and the rule whose invariants have to catch it. */
export type Fault = readonly [rule: `INV${number}`, fault: string, core: Core]
