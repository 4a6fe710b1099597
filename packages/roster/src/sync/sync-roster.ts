import { Cohort, type Command, type Values } from '@reverse-mentoring/core'
import type { Roster } from '../roster.ts'
import { leaving } from './leaving.ts'
import { lineCommands, linesToRecord } from './lines-to-record.ts'
import type { Stamp, SyncOptions } from './options.ts'
import { peopleToChange } from './people-to-change.ts'
import type { SyncPlan } from './plan.ts'
import { rolesGone } from './roles-gone.ts'
import { pairsTouched, tried, type Planned } from './trial.ts'

/** Topics of the source that the cohort does not have yet, in parts of what one command holds. */
const newTopics = (
  cohort: Cohort.Cohort,
  { people }: Roster,
  stamp: Stamp,
): ReadonlyArray<Command.Command> => {
  const known = new Set(cohort.codes.topics)
  const named = new Set(people.flatMap(({ offered, sought }) => [...offered, ...sought]))
  const fresh = [...named].filter((code) => !known.has(code))
  const most = 500
  return Array.from({ length: Math.ceil(fresh.length / most) }, (_, n) => ({
    type: 'ExtendCodes',
    ...stamp,
    list: 'topics',
    codes: fresh.slice(n * most, (n + 1) * most),
  }))
}

const isEnrolled = ({ mentor, mentee }: Cohort.Person): boolean =>
  (mentor.enrolment ?? mentee.enrolment) !== undefined

/** Who is enrolled and not in the source. */
const absentFrom = (
  { numbers }: Roster,
  people: ReadonlyArray<Cohort.Person>,
  { participantOf }: SyncOptions,
): ReadonlyArray<Values.ParticipantId> => {
  const named = new Set(numbers.map(participantOf))
  return people.map(({ participant }) => participant).filter((one) => !named.has(one))
}

/** Who is enrolled, and whose line the source does not make clear: it stays as it was told before. */
const unclearIn = (
  { numbers, lines }: Roster,
  people: ReadonlyArray<Cohort.Person>,
  { participantOf }: SyncOptions,
): ReadonlyArray<string> => {
  const enrolled = new Set(people.map(({ participant }) => participant))
  const clear = new Set(lines.map(({ id }) => id))
  return [...new Set(numbers)].filter((id) => {
    const participant = clear.has(id) ? undefined : participantOf(id)
    return participant !== undefined && enrolled.has(participant)
  })
}

/**
 * The commands that bring a running cohort up to date with a source: who is new is enrolled, what is stated otherwise is
 * amended, lines that changed are recorded, who has left is withdrawn. Of what the source leaves open nothing is changed.
 * Once they took effect, the same source gives no command. What the cohort would refuse, and which pairs it touches, is
 * found by trying it. O(people + lengths of lines + pairings).
 */
export const syncRoster = (
  cohort: Cohort.Cohort,
  roster: Roster,
  options: SyncOptions,
): SyncPlan => {
  const { cohort: id, at, by, participantOf, left = [] } = options
  const stamp: Stamp = { cohort: id, at, by }
  const hasLeft = new Set([...roster.leavers, ...left])
  const people = peopleToChange(cohort, roster, options, stamp, hasLeft)
  const lines = linesToRecord(cohort, roster, participantOf)
  const gone = leaving(cohort, hasLeft, options, stamp)
  const enrolled = Cohort.people(cohort).filter(isEnrolled)
  const changes = [...people.changes, ...lines.changes, ...gone.changes]
  const planned: ReadonlyArray<Planned> = [
    ...newTopics(cohort, roster, stamp).map((command) => ({ command })),
    ...people.enrolling,
    ...people.amending,
    ...lineCommands(lines.lines, stamp).map((command) => ({ command })),
    ...gone.leaving,
  ]
  const { after, refused } = tried(cohort, planned)
  const numbers = new Map(roster.numbers.map((number) => [participantOf(number), number]))
  return {
    commands: planned.map(({ command }) => command),
    changes,
    refused,
    pairs: pairsTouched(cohort, after, (participant) => numbers.get(participant)),
    roles: rolesGone(cohort, roster, options, hasLeft),
    erased: people.erased,
    withdrawn: people.withdrawn,
    unclear: unclearIn(roster, enrolled, options),
    absent: absentFrom(roster, enrolled, options),
  }
}
