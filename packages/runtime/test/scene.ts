import { Command, Stored, Values, type Port } from '@reverse-mentoring/core'
import {
  openEngine,
  systemSources,
  type Engine,
  type EngineOptions,
  type Sources,
} from '@reverse-mentoring/runtime'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const participant = (n: number) => uuid(n) as Values.ParticipantId
export const enrolment = (n: number) => uuid(1000 + n) as Values.EnrolmentId
export const pairing = (n: number) => uuid(2000 + n) as Values.PairingId
export const session = (n: number) => uuid(3000 + n) as Values.SessionId
export const run = (n: number) => uuid(4000 + n) as Values.RunId
export const cohort = uuid(9000) as Values.CohortId
export const code = (text: string) => text as Values.Code
export const stream = Stored.cohortStream(cohort)

export const at = (hour: number): Values.Instant =>
  Values.plusMillis('2026-03-01T00:00:00.000Z' as Values.Instant, hour * Values.HOUR)

export const coordinator: Values.Actor = { role: 'coordinator', id: participant(900) }
export const system: Values.Actor = { role: 'system', id: participant(901) }
export const self = (n: number): Values.Actor => ({ role: 'participant', id: participant(n) })

const says = (by: Values.Actor, hour: number) => ({ cohort, at: at(hour), by })

export const open: Command.OpenCohort = {
  type: 'OpenCohort',
  ...says(coordinator, 0),
  programme: uuid(9001) as Values.ProgrammeId,
  zone: 'Europe/London' as Values.Zone,
  start: at(0),
  plannedEnd: at(24 * 180),
  mode: 'reverse',
  terms: 1,
  rules: { ...Command.defaultRules, gates: { purpose: false, briefing: [] } },
  codes: {
    ...Command.noCodes,
    rules: [
      { code: code('topics'), disclosure: 'both' },
      { code: code('secret'), disclosure: 'none' },
    ],
    policies: [code('first-come')],
  },
}

/** Odd numbers are mentors, even ones mentees. */
export const enrol = (n: number): Command.Enrol => ({
  type: 'Enrol',
  ...says(coordinator, 1),
  enrolment: enrolment(n),
  participant: participant(n),
  role: n % 2 === 1 ? 'mentor' : 'mentee',
  capacity: 1,
  external: false,
  offered: [],
  sought: [],
  seniority: n % 2 === 1 ? 1 : 9,
  chain: [],
})

export const amend = (n: number, capacity: number, hour: number): Command.AmendEnrolment => ({
  type: 'AmendEnrolment',
  ...says(coordinator, hour),
  enrolment: enrolment(n),
  capacity,
})

export const propose = (mentor: number, mentee: number, hour = 2): Command.ProposePairing => ({
  type: 'ProposePairing',
  ...says(coordinator, hour),
  pairing: pairing(mentor),
  mentor: participant(mentor),
  mentee: participant(mentee),
})

export const consent = (who: number, pairingNumber: number, hour: number): Command.GiveConsent => ({
  type: 'GiveConsent',
  ...says(self(who), hour),
  purpose: 'pairing',
  pairing: pairing(pairingNumber),
  terms: 1,
})

export const close = (hour: number): Command.CloseCohort => ({
  type: 'CloseCohort',
  ...says(coordinator, hour),
})

export const schedule = (
  who: number,
  pairingNumber: number,
  hour: number,
): Command.ScheduleSession => ({
  type: 'ScheduleSession',
  ...says(self(who), hour),
  sessions: [{ session: session(hour), pairing: pairing(pairingNumber) }],
  start: at(hour + 24),
  minutes: 45,
  mode: 'remote',
})

/** Ids that count, no chance, and no waiting: two runs are the same. */
export const countingSources = (): Sources & { readonly pauses: ReadonlyArray<number> } => {
  let n = 0
  const pauses: Array<number> = []
  return {
    id: () => `00000000-0000-7000-8000-${String((n += 1)).padStart(12, '0')}` as Values.Uuid,
    chance: () => 0.5,
    now: () => at(24 * 400),
    alarm: systemSources.alarm,
    pause: (milliseconds) => () => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
    pauses,
  }
}

/** Chance and waiting as they are, at an instant at which everything of these tests is long over. */
export const lateSources: Sources = { ...systemSources, now: () => at(24 * 400) }

/** What an append does instead, or after, what it should. */
export type Fault = 'lose-the-answer' | 'unavailable' | 'too-large'

/** A store whose next appends go wrong as listed, and that tells what was asked of it. */
export const faultyStore = (faults: Array<Fault | undefined>, inner = memoryEventStore()) => {
  const appends: Array<ReadonlyArray<Stored.NewRecord>> = []
  let reads = 0
  const store: Port.EventStore = {
    ...inner,
    append: (name, expected, records) => async () => {
      appends.push(records)
      const fault = faults.shift()
      if (fault === 'unavailable') return E.left({ _tag: 'Unavailable', reason: 'planted' })
      if (fault === 'too-large' && records.length > 1) {
        return E.left({ _tag: 'TooLarge', limit: 1, unit: 'records' })
      }
      const answer = await inner.append(name, expected, records)()
      return fault === 'lose-the-answer'
        ? E.left({ _tag: 'Unavailable', reason: 'planted: the answer was lost' })
        : answer
    },
    readStream: (name, page) => {
      reads += 1
      return inner.readStream(name, page)
    },
  }
  return { store, appends, reads: () => reads }
}

/** What stands in a cohort's stream. */
export const log = async (
  store: Port.EventStore,
  name = stream,
): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const page = await store.readStream(name, { after: 0, limit: 10_000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  return page.right.records
}

/** Ports in memory, with which several engines can be opened. */
export const ports = () => ({
  store: memoryEventStore(),
  viewStore: memoryViewStore(),
  directory: memoryDirectory(),
})

/** An engine on ports in memory, or on those that are given. */
export const opened = async (options: Partial<EngineOptions> = {}): Promise<Engine> => {
  const engine = await openEngine({ ...ports(), sources: countingSources(), ...options })()
  if (E.isLeft(engine)) throw new Error(engine.left.reason)
  return engine.right
}

/** Gives the commands at once, and waits for every answer. */
export const handleAll = (
  engine: Pick<Engine, 'handle'>,
  commands: ReadonlyArray<Command.Command>,
) => Promise.all(commands.map((command) => engine.handle(command)()))

/** How each of some answers reads: `ok`, or the tag of the failure. */
export const tags = (answers: ReadonlyArray<E.Either<{ readonly _tag: string }, unknown>>) =>
  answers.map((answer) => (E.isLeft(answer) ? answer.left._tag : 'ok'))

/** What went well, or the test is over. */
export const got = <F extends { readonly _tag: string }, A>(answer: E.Either<F, A>): A => {
  if (E.isRight(answer)) return answer.right
  throw new Error(JSON.stringify(answer.left))
}

/** Gives the commands one after the other; answers the last receipt. */
export const given = async (
  engine: Pick<Engine, 'handle'>,
  ...commands: ReadonlyArray<Command.Command>
) => {
  const receipts = []
  for (const command of commands) receipts.push(got(await engine.handle(command)()))
  const last = receipts.at(-1)
  if (last === undefined) throw new Error('no command was given')
  return last
}

/** The command, of another cohort. */
export const inCohort =
  (n: number) =>
  <C extends Command.Command>(command: C): C => ({ ...command, cohort: cohortId(n) })

export const cohortId = (n: number) => uuid(9000 + n) as Values.CohortId

/** A record of a type that this version does not know, right after a revision. */
export const unheard = (n = 0): Stored.NewRecord => {
  const id = `00000000-0000-7000-8000-00000001${String(n).padStart(4, '0')}` as Values.Uuid
  return { id, type: 'Unheard', schema: 1, data: {}, meta: { command: id } }
}
