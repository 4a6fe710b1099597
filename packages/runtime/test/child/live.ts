import { openEngine, promise, promises, systemSources } from '@reverse-mentoring/runtime'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import { amend, at, cohortId, enrol, inCohort } from '../scene.ts'

/** One of several processes that live on the same files: commands, views and time, until it is stopped or killed. */
const [log = '', directory = '', number = '1', rounds = '40'] = process.argv.slice(2)
const ports = await promise(openSqlite({ log, directory }))
const engine = promises(
  await promise(openEngine({ ...ports, pageSize: 7, cached: 200, pollEvery: 5 })),
)
const stop = new AbortController()
const running = engine.run(stop.signal)
const mine = Number(number)
process.stdout.write('lives\n')
for (let round = 1; round <= Number(rounds); round += 1) {
  const of = inCohort(round % 3)
  const person = mine * 1000 + round
  const command = of(enrol(person))
  const receipt = await engine.handle({ ...command, at: at(1) })
  await engine.handle({ ...of(amend(person, 1 + (round % 4), round + 10)) })
  if (round % 4 === 0) await engine.awaitView(receipt)
  await systemSources.pause(1)()
}
await engine.catchUp()
stop.abort()
await running
await engine.close()
await promise(ports.close)
process.stdout.write(`lived ${cohortId(0)}\n`)
