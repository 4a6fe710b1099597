import { openEngine, promise } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { createInterface } from 'node:readline'
import { amend, at, enrol, inCohort } from '../scene.ts'
import { newerStore, newerViews } from '../newer-version.ts'
import { openAt } from '@reverse-mentoring/servers/ports'

/**
 * A process of this version, or of a later one that writes what this one cannot read, and keeps another view. It is told how
 * many rounds to do, and says what was answered and what was parked; told no more, it brings its views up to date and ends.
 */
const [address = '', version = 'old', number = '1'] = process.argv.slice(2)
const isNewer = version === 'newer'
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const ports = await openAt(address)
const engine = await promise(
  openEngine({
    ...ports,
    ...(isNewer && { store: newerStore(ports.store), views: newerViews }),
    ...{ pageSize: 7, pollEvery: 5, tickEvery: 20 },
    onParked: ({ cohort, view = 'all', revision }) => {
      say(`parked ${cohort} ${view} ${String(revision)}`)
    },
  }),
)
const stop = new AbortController()
const running = engine.run(stop.signal)()
say('lives')
let round = 0
const live = async (until: number): Promise<void> => {
  while (round < until) {
    round += 1
    const person = Number(number) * 100_000 + round
    for (const n of [0, 1]) {
      const of = inCohort(n)
      const enrolled = await engine.handle({ ...of(enrol(person)), at: at(1) })()
      say(`${String(n)} enrol ${String(person)} ${E.isRight(enrolled) ? 'ok' : enrolled.left._tag}`)
    }
    if (!isNewer) continue
    const amended = await engine.handle(inCohort(0)(amend(person, 3, 9)))()
    say(`0 amend ${String(person)} ${E.isRight(amended) ? 'ok' : amended.left._tag}`)
  }
}
for await (const line of createInterface({ input: process.stdin })) {
  await live(round + Number(line))
  say(`done ${String(round)}`)
}
stop.abort()
await running
await promise(engine.catchUp)
await engine.close()
await promise(ports.close)
say('lived')
