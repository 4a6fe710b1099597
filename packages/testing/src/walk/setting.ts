import { type Command, type Event, type Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { enrolled, enrolmentOf, opened } from '../scene/people.ts'
import { id } from '../scene/ids.ts'
import { asks, self, the } from '../scene/the.ts'
import type { Beginning } from './options.ts'
import { people } from './pool.ts'

/** Under which rules a walk goes, and how many are through the gates as it begins. */
export interface Setting {
  readonly rules: Partial<Event.Rules>
  readonly ready: number
  readonly places: number
  /** How many pairs are formal as it begins, as far as so many are through the gates. */
  readonly formal: number
  /** How many more are proposed, and nobody has answered. */
  readonly proposed: number
  readonly isClosed: boolean
  /** Somebody tries rules first that contradict each other. */
  readonly unsound: boolean
}

const someRules: fc.Arbitrary<Partial<Event.Rules>> = fc.record({
  consultation: fc.constantFrom('mentee-first' as const, 'mentee-first', 'together'),
  scheduler: fc.constantFrom('either' as const, 'either', 'mentor', 'mentee'),
  selfMatch: fc.boolean(),
  sameManager: fc.constantFrom('allowed' as const, 'forbidden'),
  answerDays: fc.constantFrom(14, 3),
  gates: fc.record({
    purpose: fc.boolean(),
    briefing: fc.subarray<Values.Role>(['mentor', 'mentee']),
  }),
})

type Stand = Pick<Setting, 'ready' | 'formal' | 'proposed' | 'isClosed'>

/** Somewhere before the close. */
const anywhere: fc.Arbitrary<Stand> = fc.record({
  ready: fc.nat(9).map((n) => Math.min(6, n)),
  formal: fc.constantFrom(0, 1, 2, 1),
  proposed: fc.constant(0),
  isClosed: fc.constant(false),
})

const standAt = (beginning: Beginning): fc.Arbitrary<Stand> => {
  const isPaired = beginning === 'formal' || beginning === 'closed'
  return fc.record({
    ready: beginning === 'opened' ? fc.constant(0) : fc.integer({ min: 2, max: 6 }),
    formal: isPaired ? fc.integer({ min: 1, max: 2 }) : fc.constant(0),
    proposed: beginning === 'proposed' ? fc.integer({ min: 1, max: 2 }) : fc.constant(0),
    isClosed: fc.constant(beginning === 'closed'),
  })
}

const standOf = (beginnings: ReadonlyArray<Beginning> | undefined): fc.Arbitrary<Stand> =>
  beginnings === undefined ? anywhere : fc.oneof(...beginnings.map(standAt))

/** Settings of walks that begin at one of these, or anywhere before the close. */
export const arbitrarySetting = (
  beginnings: ReadonlyArray<Beginning> | undefined,
): fc.Arbitrary<Setting> =>
  fc
    .record({
      rules: someRules,
      stand: standOf(beginnings),
      places: fc.integer({ min: 1, max: 3 }),
      unsound: fc.integer({ min: 0, max: 30 }).map((n) => n === 30),
    })
    .map(({ stand, ...setting }) => ({ ...setting, ...stand }))

const { type: _type, ...opening } = opened()

const open = (rules: Partial<Event.Rules>): Command.OpenCohort => ({
  ...opening,
  type: 'OpenCohort',
  rules: { ...opening.rules, ...rules },
})

const enrol = (participant: Values.ParticipantId, role: Values.Role, capacity: number) => {
  const { type: _enrolled, ...fields } = enrolled(participant, role, { capacity, hours: 4 })
  return { ...fields, type: 'Enrol' as const, cohort: the.cohort }
}

/** Two people are proposed to each other, and where the pairing is to be formal, both agree. */
const pair = (
  n: number,
  isFormal: boolean,
  mentor: Values.ParticipantId,
  mentee: Values.ParticipantId,
): ReadonlyArray<Command.Command> => {
  const pairing = id('pairing', n)
  const about = { purpose: 'pairing', pairing, terms: 1 } as const
  const proposed = {
    type: 'ProposePairing' as const,
    ...asks(the.coordinator, 1),
    pairing,
    mentor,
    mentee,
  }
  if (!isFormal) return [proposed]
  return [
    proposed,
    { type: 'GiveConsent', ...asks(self(mentee), 1), ...about },
    { type: 'GiveConsent', ...asks(self(mentor), 1), ...about },
  ]
}

/** The commands with which a walk begins: mentors and mentees in turn, through the gates, and some pairs of them. */
export const prelude = (setting: Setting): ReadonlyArray<Command.Command> => {
  const { rules, ready, places, unsound, formal, proposed, isClosed } = setting
  const commands: Array<Command.Command> = []
  if (unsound) commands.push(open({ ...rules, leastSessions: 9, plannedSessions: 3 }))
  commands.push(open(rules))
  for (let i = 0; i < ready; i += 1) {
    const role = i % 2 === 0 ? 'mentor' : 'mentee'
    const participant = people[(i >> 1) + (role === 'mentor' ? 0 : people.length / 2)]
    if (participant === undefined) continue
    commands.push(enrol(participant, role, places), {
      type: 'CompleteBriefing',
      ...asks(the.coordinator, 1),
      enrolment: enrolmentOf(participant, role),
    })
  }
  for (let n = 1; n <= Math.min(formal + proposed, Math.floor(ready / 2)); n += 1) {
    const [mentor, mentee] = [people[n - 1], people[n - 1 + people.length / 2]]
    if (mentor !== undefined && mentee !== undefined)
      commands.push(...pair(n, n <= formal, mentor, mentee))
  }
  if (isClosed) commands.push({ type: 'CloseCohort', ...asks(the.coordinator, 1) })
  return commands
}
