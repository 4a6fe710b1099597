import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import { openEngine, promise } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { randomUUID } from 'node:crypto'
import { cohorts } from '../writer/commands.ts'
import { newCrew } from '../writer/crew.ts'
import type { Fault } from './fault.ts'
import { auditAt, counted, newPlace, withPorts } from './under-load.ts'

/** A record that no version understands, or whose data is not what its type says. */
const poison = (isUnheard: boolean): Stored.NewRecord => ({
  id: randomUUID() as Values.Uuid,
  type: isUnheard ? 'Unheard' : 'Enrolled',
  ...{ schema: 1, data: {}, meta: { command: randomUUID() as Values.Uuid } },
})

/** Appends a record at the end of a stream, which others write to as well; answers its revision. */
const appended = async (
  store: Port.EventStore,
  stream: string,
  record: Stored.NewRecord,
): Promise<number> => {
  for (let end = 0; ;) {
    const answer = await store.append(stream, end, [record])()
    if (E.isRight(answer)) return answer.right.revision
    if (answer.left._tag !== 'Conflict') throw new Error(answer.left._tag)
    end = answer.left.actual
  }
}

/** The cohorts that are parked, each at its revision. */
const parkedAt = (address: string): Promise<ReadonlySet<string>> =>
  withPorts(address, async (ports) => {
    const engine = await promise(openEngine(ports))
    await promise(engine.catchUp)
    const parked = await promise(engine.operator.parked)
    await engine.close()
    return new Set(parked.map(({ cohort, revision }) => `${cohort} ${String(revision)}`))
  })

/** Cohorts that get a record that cannot be read stand still, and are named; the others go on. */
export const poisoned: Fault = {
  name: 'poisoned',
  what: 'records that nobody can read come into the log: their cohorts are named, the others go on',
  leftOut: () => undefined,
  run: async ({ store, scope, times, onProgress }) => {
    const address = await newPlace(await store.newAddress())
    const crew = newCrew({ address, size: 2, scope })
    await crew.startAll()
    // One cohort at least goes on.
    const some = cohorts.slice(1, 1 + times)
    const places: Array<string> = []
    for (const [i, cohort] of some.entries()) {
      await crew.goOn()
      const stream = Stored.cohortStream(cohort)
      const at = await withPorts(address, (ports) =>
        appended(ports.store, stream, poison(i % 2 === 0)),
      )
      places.push(`${cohort} ${String(at)}`)
      onProgress(i + 1, some.length)
    }
    await crew.goOn()
    const acknowledged = await crew.end()
    const findings = await auditAt(address, { acknowledged, unreadable: some })
    const parked = await parkedAt(address)
    return {
      ...counted(findings, some.length, crew),
      damaged: places.length,
      named: places.filter((place) => parked.has(place)).length,
    }
  },
}
