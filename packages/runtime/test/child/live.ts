import { openEngine, promise, promises } from '@reverse-mentoring/runtime'
import {
  amend,
  at,
  cohortId,
  enrol,
  inCohort,
  lateSources,
  participant,
  propose,
  system,
} from '../scene.ts'
import { openAt } from '@reverse-mentoring/servers/ports'

/**
 * One of several processes that live on the same ports: commands, views, time and erasure, until it is done or killed. In
 * each round it enrols somebody whom all processes enrol, and somebody of its own. Some of its own are paired; some others
 * are erased at once. It says which rounds are answered.
 */
const [address = '', number = '1', rounds = '40'] = process.argv.slice(2)
const profile = (n: number) => ({
  participant: participant(n),
  name: `name-of-${String(n)}-end`,
  attributes: {},
  identity: {},
})
const ports = await openAt(address)
const often = { pageSize: 7, cached: 200, pollEvery: 5, tickEvery: 20 }
const engine = promises(await promise(openEngine({ ...ports, ...often, sources: lateSources })))
const stop = new AbortController()
const running = engine.run(stop.signal)
const mine = Number(number) * 100_000
process.stdout.write('lives\n')
for (let round = 1; round <= Number(rounds); round += 1) {
  const of = inCohort(round % 3)
  const person = mine + round
  await promise(ports.directory.putPeople([profile(round), profile(person)]))
  await engine.handle(of(enrol(round)))
  const receipt = await engine.handle(of(enrol(person)))
  await engine.handle(of(amend(person, 1 + (round % 4), round + 10)))
  // Of two who are three apart in the same cohort one is a mentor, and one a mentee.
  const [mentor, mentee] = person % 2 === 1 ? [person, person - 3] : [person - 3, person]
  if (round > 3 && (round - 1) % 6 > 2) await engine.handle(of(propose(mentor, mentee)))
  if (round % 5 === 0) await engine.awaitView(receipt)
  if (round % 4 === 0) {
    const guest = person + 50_000
    await promise(ports.directory.putPeople([profile(guest)]))
    await engine.handle(of(enrol(guest)))
    await engine.erase({ participants: [participant(guest)], at: at(9), by: system })
  }
  process.stdout.write(`did ${String(round)}\n`)
  await lateSources.pause(1)()
}
await engine.catchUp()
stop.abort()
await running
await engine.close()
await promise(ports.close)
process.stdout.write(`lived ${cohortId(0)}\n`)
