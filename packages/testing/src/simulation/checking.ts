import { proofCheck } from '@reverse-mentoring/audit'
import { Cohort, Stored, View, type Values } from '@reverse-mentoring/core'
import { sha256 } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { checkCohort } from './check-cohort.ts'
import { openOn } from './host.ts'
import { wrongView } from './kept-views.ts'
import { sound, wholeLog } from './reading.ts'
import { instantOf, type World } from './world.ts'

/** An engine that nothing disturbs keeps time and views once, and ends. */
const settle = async (world: World): Promise<string | undefined> => {
  const opened = await openOn(world, 'calm', true)
  if (opened === undefined) return 'no engine opens on ports that work'
  const { engine } = opened
  const ticked = await engine.tick()()
  if (E.isLeft(ticked)) return `time is not kept: ${ticked.left._tag}`
  const { failed, unfinished } = ticked.right
  if (unfinished !== undefined) return `erasures are not finished: ${unfinished._tag}`
  if (failed[0] !== undefined) return `time is not kept in a cohort: ${failed[0].because._tag}`
  const caughtUp = await engine.catchUp()
  if (E.isLeft(caughtUp)) return `views are not kept: ${caughtUp.left._tag}`
  await engine.close()
  return undefined
}

/** Who was erased is found nowhere, and waits for no cohort that knows them. */
const stillThere = async (
  { ports: { directory }, erased }: World,
  states: ReadonlyMap<Values.CohortId, Cohort.Cohort>,
): Promise<string | undefined> => {
  const found = await sound(directory.findPeople([...erased]))
  if (found.size > 0) return 'somebody was erased, and is in the directory'
  for (const { participant, cohorts } of await sound(directory.erasing({ limit: 100_000 }))) {
    const isKnown = cohorts.some((cohort) => {
      const state = states.get(cohort)
      return state !== undefined && Cohort.wasEnrolled(state, participant)
    })
    if (isKnown) return 'an erasure waits for a cohort that could be told'
  }
  return undefined
}

/** Some of many, by what they have in common. */
const grouped = <A>(
  all: Iterable<A>,
  by: (one: A) => string,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const one of all) {
    const group = groups.get(by(one))
    if (group === undefined) groups.set(by(one), [one])
    else group.push(one)
  }
  return groups
}

const look = async (world: World): Promise<string | undefined> => {
  const { ports, witness, cohorts, told, erased, scheduler } = world
  const log = await wholeLog(ports.store)
  world.trace.say(
    `the log has ${String(log.length)} records, the last is ${log.at(-1)?.id ?? 'none'}`,
  )
  const proofs = proofCheck(sha256)
  proofs.take({ records: log })
  const unproved = proofs.unproved()[0]
  if (unproved !== undefined) return `a proof does not hold: ${unproved.why}`
  const byCohort = grouped(told, ({ command }) => command.cohort)
  const records = grouped(log, ({ stream }) => stream)
  const states = new Map<Values.CohortId, Cohort.Cohort>()
  for (const cohort of cohorts) {
    const stream = Stored.cohortStream(cohort)
    const own = records.get(stream) ?? []
    const state = checkCohort({
      ...{ records: own, told: byCohort.get(cohort) ?? [], erased },
      witnessed: witness.idsOf(stream),
      now: instantOf(scheduler),
    })
    if (E.isLeft(state)) return `${cohort}: ${state.left}`
    states.set(cohort, state.right)
    const last = own.at(-1)
    const wrong = last && (await wrongView(ports.viewStore, View.standardViews, state.right, last))
    if (wrong !== undefined) return `${cohort}: ${wrong}`
  }
  return stillThere(world, states)
}

/** What is broken of all that can be seen once everything has come to rest; nothing if all promises were kept. */
export const check = async (world: World): Promise<string | undefined> => {
  const restless = await settle(world)
  if (restless !== undefined) return restless
  return world.scheduler.call(world.stage, 'everything is looked at', () => look(world))
}
