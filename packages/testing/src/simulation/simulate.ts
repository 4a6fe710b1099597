import { checkHistory } from '@reverse-mentoring/audit'
import {
  Cohort,
  type Port,
  Stored,
  type Command,
  type Event,
  type Values,
} from '@reverse-mentoring/core'
import { openCohorts, systemSources, type Cohorts } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { readable } from '../readable.ts'
import { failingStore } from './failing-store.ts'

/** A walk's commands, given to two runtimes on one store that fails now and then. */
export interface Simulation {
  readonly commands: ReadonlyArray<Command.Command>
  readonly store: Port.EventStore
  /** How many of ten appends are lost; see `failingStore`. */
  readonly perTen: number
  readonly largest: number
  readonly seed: number
}

type Told = readonly [command: Command.Command, answer: E.Either<unknown, unknown>, then: number]

const seeded = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const historyOf = async (
  store: Port.EventStore,
  cohort: Values.CohortId,
): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const records: Array<Stored.StoredRecord> = []
  for (let more = true; more;) {
    const after = records.length
    const page = await store.readStream(Stored.cohortStream(cohort), { after, limit: 1000 })()
    if (E.isLeft(page)) throw new Error(page.left.reason)
    records.push(...page.right.records)
    more = page.right.more
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

/**
 * How two runtimes on one failing store break a promise; `undefined` if they keep them all: every command is answered,
 * what was acknowledged is stored by then, nothing is stored twice, and the history is sound.
 */
export const simulate = async (simulation: Simulation): Promise<string | undefined> => {
  const { commands, store, perTen, largest, seed } = simulation
  const chance = seeded(seed)
  const cohort = commands.find(({ type }) => type === 'OpenCohort')?.cohort
  if (cohort === undefined) return undefined
  const runtime = (): Cohorts =>
    openCohorts({
      store: failingStore(store, { chance, perTen, largest }),
      sources: { ...systemSources, chance, pause: () => () => Promise.resolve() },
      patience: { tries: 4, first: 1, most: 1 },
    })
  const [one, other] = [runtime(), runtime()]
  const answers = commands.map(async (command): Promise<Told> => {
    const answer = await (chance() < 0.7 ? one : other).handle(command)()
    return [command, answer, (await historyOf(store, cohort)).length]
  })
  const told = await Promise.all(answers)
  const records = await historyOf(store, cohort)
  const events = eventsOf(records)
  const broken = checkHistory(events)[0]
  if (events.length < records.length) return 'a record does not decode'
  if (new Set(records.map(({ id }) => id)).size < records.length) return 'a record stands twice'
  if (broken !== undefined) return readable(broken)
  return told.map((each) => lost(events, each)).find((how) => how !== undefined)
}
