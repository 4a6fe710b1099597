import { Values, type Port } from '@reverse-mentoring/core'
import {
  bareNumber,
  sayPlan,
  syncRoster,
  type Roster,
  type SyncPlan,
} from '@reverse-mentoring/roster'
import { openEngine, randomId, type Engine, type KnownKeys } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Options } from './options.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { profileOf } from './simulation/enrolment.ts'
import { sayFailure } from './simulation/failure.ts'
import { eventsAfter } from './simulation/history.ts'
import { idsOf } from './simulation/ids.ts'
import { askedWrongly, failed, type Stop } from './stop.ts'
import { counted, wrapped } from './wording.ts'

/** What is needed to bring a folder's cohort up to date with a changed roster. */
export interface Syncing {
  readonly options: Pick<Options, 'names' | 'apply' | 'left'>
  readonly roster: Roster
  readonly seed: number
  readonly ports: Ports
  readonly progress: Progress
}

type Done = E.Either<Stop, void>

const numbersIn = ({ people, lines, leavers, numbers }: Roster): ReadonlyArray<string> => [
  ...numbers,
  ...leavers,
  ...[...people, ...lines].flatMap(({ id, chain = [] }) => [id, ...chain]),
]

/** Ids of everybody whom the file names; who is new gets one that is kept only if the plan is carried out. */
const known = async (
  engine: Engine,
  { options, roster }: Syncing,
): Promise<E.Either<Stop, (id: string) => Values.ParticipantId | undefined>> => {
  const confirmed = await engine.findKeys(options.left.map(bareNumber))()
  if (E.isLeft(confirmed)) return E.left(failed(sayFailure(confirmed.left)))
  const stranger = options.left.find((number) => !confirmed.right.has(bareNumber(number)))
  if (stranger !== undefined)
    return E.left(askedWrongly(`--left ${stranger}: nobody here ever had this number.`))
  const numbers = [...numbersIn(roster), ...options.left].map(bareNumber)
  const found = await (options.apply ? engine.takeKeys(numbers) : engine.findKeys(numbers))()
  if (E.isLeft(found)) return E.left(failed(sayFailure(found.left)))
  const keys: KnownKeys = found.right
  const fresh = new Map<string, Values.ParticipantId>()
  return E.right((id) => {
    const key = bareNumber(id)
    if (keys.has(key)) return keys.get(key)
    const one = fresh.get(key) ?? randomId(Values.ParticipantId)
    fresh.set(key, one)
    return one
  })
}

const carriedOut = async (engine: Engine, { commands }: SyncPlan): Promise<Done> => {
  for (const command of commands) {
    const answer = await engine.handle(command)()
    if (E.isLeft(answer)) return E.left(failed(sayFailure(answer.left)))
  }
  const shown = await engine.catchUp()
  return E.isLeft(shown) ? E.left(failed(sayFailure(shown.left))) : E.right(undefined)
}

type People = ReadonlyArray<Port.Profile>

const profilesOf = (
  { people }: Roster,
  participantOf: (id: string) => Values.ParticipantId | undefined,
): People =>
  people.flatMap((person) => {
    const participant = participantOf(person.id)
    return participant === undefined ? [] : [profileOf(participant, person)]
  })

const inOrder = (attributes: Port.Attributes = {}): unknown =>
  Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))

/** What is known of somebody as a text, in whatever order it was written. */
const told = (profile: Port.Profile | undefined): string =>
  JSON.stringify([
    profile?.name,
    profile?.address,
    inOrder(profile?.attributes),
    inOrder(profile?.identity),
  ])

/** Who is known by another name, address or attributes than the file says; most names differ in a file of other people. */
const otherProfiles = async (
  directory: Port.Directory,
  people: People,
): Promise<E.Either<Stop, People>> => {
  const found = await directory.findPeople(people.map(({ participant }) => participant))()
  if (E.isLeft(found)) return E.left(failed(sayFailure(found.left)))
  const known = people.filter(({ participant }) => found.right.has(participant))
  const other = known.filter((one) => told(found.right.get(one.participant)) !== told(one))
  const renamed = other.filter(
    ({ participant, name }) => found.right.get(participant)?.name !== name,
  )
  return renamed.length > 4 && 2 * renamed.length > known.length
    ? E.left(
        askedWrongly(
          wrapped(
            `${counted(renamed.length, 'person', 'people')} of ${String(known.length)} have another name under the same number: this looks like a file of other people. Nothing was done.`,
          ),
        ),
      )
    : E.right(other)
}

const putPeople = async (
  directory: Port.Directory,
  people: People,
  { topics }: Roster,
): Promise<Done> => {
  const labels = [...topics].map(([code, label]) => ({ code, language: 'en', label }))
  const named = isNonEmpty(labels) ? await directory.putLabels(labels)() : E.right(undefined)
  if (E.isLeft(named)) return E.left(failed(sayFailure(named.left)))
  const put = isNonEmpty(people) ? await directory.putPeople(people)() : E.right(undefined)
  return E.isLeft(put) ? E.left(failed(sayFailure(put.left))) : E.right(undefined)
}

const lastSaid = async (store: Port.EventStore, cohort: Values.CohortId) => {
  const events = await eventsAfter(store, cohort, 0)()
  if (E.isLeft(events)) return E.left(failed(sayFailure(events.left)))
  const last = events.right.at(-1)
  return last === undefined
    ? E.left(askedWrongly('Nothing has happened in this folder yet: run it once without --sync.'))
    : E.right(last.at)
}

const planned = async (
  engine: Engine,
  syncing: Syncing,
): Promise<
  E.Either<
    Stop,
    { plan: SyncPlan; participantOf: (id: string) => Values.ParticipantId | undefined }
  >
> => {
  const { seed, options, roster, ports } = syncing
  const ids = idsOf(seed)
  const cohort = ids.of(Values.CohortId)
  const last = await lastSaid(ports.store, cohort)
  if (E.isLeft(last)) return last
  const loaded = await engine.load(cohort)()
  if (E.isLeft(loaded)) return E.left(failed(sayFailure(loaded.left)))
  if (loaded.right.cohort.closedAt !== undefined)
    return E.left(askedWrongly('This cohort was closed: nobody is enrolled in it any more.'))
  const participantOf = await known(engine, syncing)
  if (E.isLeft(participantOf)) return participantOf
  const plan = syncRoster(loaded.right.cohort, roster, {
    cohort,
    at: Values.plusMillis(last.right, Values.MINUTE),
    by: { role: 'coordinator', id: ids.of(Values.ParticipantId, 'coordinator') },
    participantOf: participantOf.right,
    newEnrolment: () => randomId(Values.EnrolmentId),
    left: options.left,
  })
  return E.right({ plan, participantOf: participantOf.right })
}

/** Says how a changed roster brings the cohort of a folder up to date, and does it where that was asked for. */
export const sync = async (syncing: Syncing): Promise<Done> => {
  const { options, roster, ports, progress } = syncing
  const opened = await openEngine(ports)()
  if (E.isLeft(opened)) return E.left(failed(sayFailure(opened.left)))
  const engine = opened.right
  try {
    const made = await planned(engine, syncing)
    if (E.isLeft(made)) return made
    const { plan, participantOf } = made.right
    const names = new Map(roster.people.map(({ id, name }) => [id, name]))
    const nameOf = (id: string): string =>
      options.names ? `${names.get(id) ?? 'somebody'} (${id})` : id
    const profiles = profilesOf(roster, participantOf)
    const other = await otherProfiles(ports.directory, profiles)
    if (E.isLeft(other)) return other
    for (const text of sayPlan(plan, nameOf)) progress.say(wrapped(text, 80, '  '))
    const renamed = other.right.length
    if (renamed > 0)
      progress.say(
        `${counted(renamed, 'person has', 'people have')} another name, address or attributes.`,
      )
    if (plan.unclear.length > 0)
      return E.left(askedWrongly('Nothing was done: mend these lines in the file first.'))
    if (plan.commands.length + renamed === 0) return E.right(undefined)
    if (!options.apply) {
      progress.say('Nothing was done yet: add --apply to do it.')
      return E.right(undefined)
    }
    const put = await putPeople(ports.directory, profiles, roster)
    if (E.isLeft(put)) return put
    const done = await carriedOut(engine, plan)
    if (E.isRight(done)) progress.say(`Done: ${counted(plan.changes.length + renamed, 'change')}.`)
    return done
  } finally {
    await engine.close()
  }
}
