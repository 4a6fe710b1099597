import { checkHistory } from '@reverse-mentoring/audit'
import {
  Cohort,
  Stored,
  View,
  type Command,
  type Event,
  type Port,
  type Values,
} from '@reverse-mentoring/core'
import { openEngine, systemSources, type Engine, type Receipt } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { readable } from '../readable.ts'
import { wrongView } from './kept-views.ts'
import { failingDirectory, failingStore, failingViewStore, nextTurn } from './unreliable.ts'

/** Everything that an engine lives on. */
export interface Ports {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
}

/** A walk's commands, given to two engines on the same ports, which fail now and then. */
export interface Simulation extends Ports {
  readonly commands: ReadonlyArray<Command.Command>
  /** How many of ten writes are lost; see `failingStore`. */
  readonly perTen: number
  /** The most records that one append may hold. */
  readonly largest: number
  readonly seed: number
}

/** The most commands that are given at once. */
const atOnce = 8

type Told = readonly [command: Command.Command, answer: E.Either<unknown, unknown>, then: number]

const seeded = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const sound = <F extends { readonly _tag: string }, A>(answer: E.Either<F, A>): A => {
  if (E.isRight(answer)) return answer.right
  throw new Error(readable(answer.left))
}

const historyOf = async (
  store: Port.EventStore,
  cohort: Values.CohortId,
): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const records: Array<Stored.StoredRecord> = []
  for (let more = true; more;) {
    const after = records.length
    const page = await store.readStream(Stored.cohortStream(cohort), { after, limit: 1000 })()
    for (const record of sound(page).records) {
      if (record.revision !== records.length + 1) throw new Error('a record is missing')
      records.push(record)
    }
    more = sound(page).more
  }
  return records
}

const eventsOf = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<Event.CohortEvent> =>
  records.flatMap((record) => {
    const event = Stored.decodeEvent(record)
    return E.isRight(event) ? [event.right] : []
  })

/** Of somebody who has joined since, a line is news. */
const mayBeNews = ({ type }: Command.Command): boolean => type === 'RecordLines'

/** What was acknowledged had been stored when it was: the same again has nothing to add to what stood then. */
const lost = (events: ReadonlyArray<Event.CohortEvent>, told: Told): string | undefined => {
  const [command, answer, then] = told
  if (E.isLeft(answer) || mayBeNews(command)) return undefined
  const again = Cohort.decide(command, Cohort.foldCohort(events.slice(0, then)))
  const adds = E.isRight(again) && again.right.length > 0
  return adds ? `${command.type} was acknowledged before it was stored` : undefined
}

/** What a view says is done must be there: its header is at least as far as the records were. */
const early = async (
  { viewStore }: Ports,
  { awaitView }: Engine,
  receipt: Receipt,
  needed: number,
  cohort: Values.CohortId,
): Promise<string | undefined> => {
  const awaited = await awaitView(receipt, View.pairingBoard)()
  if (E.isLeft(awaited)) return undefined
  const [header] = sound(await viewStore.headers([{ view: View.pairingBoard.name, cohort }])())
  return (header?.revision ?? 0) < needed ? 'a view was said to be there, and was not' : undefined
}

/** Enrolments go by the directory, all else by the cohort. */
const give = async (
  engine: Engine,
  command: Command.Command,
): Promise<E.Either<unknown, Receipt>> => {
  if (command.type !== 'Enrol') return engine.handle(command)()
  const { type: _type, cohort, ...enrol } = command
  const answer = await engine.enrol(cohort, [enrol])()
  if (E.isLeft(answer)) return answer
  return answer.right[0] ?? E.left('no answer')
}

/**
 * How two engines on failing ports break a promise; `undefined` if they keep them all: every command is answered, what
 * was acknowledged is stored by then, nothing is stored twice, the history is sound; views are what one undisturbed
 * projector makes of it, and never said to be there before they are; whose erasure was taken does not stay in the cohort.
 */
export const simulate = async (simulation: Simulation): Promise<string | undefined> => {
  const { commands, store, viewStore, directory, perTen, largest, seed } = simulation
  const chance = seeded(seed)
  const cohort = commands.find(({ type }) => type === 'OpenCohort')?.cohort
  if (cohort === undefined) return undefined
  const ports = { store, viewStore, directory }
  // Walks live through years: nothing of them lies ahead of this clock.
  const now = (): Values.Instant => '9000-01-01T00:00:00.000Z' as Values.Instant
  const sources = { ...systemSources, now, chance, pause: () => () => Promise.resolve() }
  const patience = { tries: 4, first: 1, most: 1 }
  const open = async (on: Ports): Promise<Engine> =>
    sound(await openEngine({ ...on, sources, patience, pageSize: 1 + Math.floor(chance() * 50) })())
  const failing = (): Ports => ({
    store: failingStore(store, { chance, perTen, largest }),
    viewStore: failingViewStore(viewStore, { chance, perTen }),
    directory: failingDirectory(directory, { chance, perTen }),
  })
  const [one, other] = [await open(failing()), await open(failing())]
  const some = (): Engine => (chance() < 0.7 ? one : other)
  const broken: Array<string> = []
  const erased = new Set<Values.ParticipantId>()

  const meanwhile = async (command: Command.Command): Promise<void> => {
    const luck = chance()
    if (luck < 0.2) await some().catchUp()
    else if (luck < 0.3) await some().tick(command.at)()
  }

  /** Somebody is enrolled, and erased at the same time. */
  const race = async (command: Command.Command): Promise<void> => {
    if (command.type !== 'Enrol' || chance() > 0.15) return
    // Whichever of the steps of the enrolment it comes before.
    for (let turns = chance() * 4; turns > 1; turns -= 1) await nextTurn()
    const { participant, at } = command
    const by = { role: 'participant', id: participant } as const
    const done = await some().erase({ participants: [participant], at, by })()
    // Whom no cohort lists yet, nobody can be told of.
    if (E.isRight(done) && done.right.told.length + done.right.delayed.length > 0) {
      erased.add(participant)
    }
  }

  const giveOne = async (command: Command.Command): Promise<Told> => {
    const engine = some()
    const [answer] = await Promise.all([give(engine, command), race(command)])
    const then = (await historyOf(store, cohort)).length
    await meanwhile(command)
    if (E.isRight(answer) && chance() < 0.3) {
      const how = await early(ports, engine, answer.right, 1, cohort)
      if (how !== undefined) broken.push(how)
    }
    return [command, answer, then]
  }

  // What comes after has something to stand on, and what comes with it something to run against.
  const told: Array<Told> = []
  while (told.length < commands.length) {
    const several = told.length === 0 ? 1 : 1 + Math.floor(chance() * atOnce)
    const next = commands.slice(told.length, told.length + several)
    told.push(...(await Promise.all(next.map(giveOne))))
  }

  const last = await open(ports)
  sound(await last.tick(commands[0]?.at)())
  sound(await last.catchUp())
  const records = await historyOf(store, cohort)
  const events = eventsOf(records)
  if (events.length < records.length) return 'a record does not decode'
  if (new Set(records.map(({ id }) => id)).size < records.length) return 'a record stands twice'
  const unsound = checkHistory(events)[0]
  if (unsound !== undefined) return readable(unsound)
  const missing = told.map((each) => lost(events, each)).find((how) => how !== undefined)
  if (missing !== undefined) return missing
  const state = Cohort.foldCohort(events)
  for (const participant of erased) {
    const isThere = Cohort.wasEnrolled(state, participant)
    if (isThere && !Cohort.isErased(state, participant)) return 'somebody was erased and came back'
  }
  const end = records.at(-1)
  const wrong = end && (await wrongView(viewStore, View.standardViews, state, end))
  return broken[0] ?? wrong
}
