import { Cohort, Stored } from '@reverse-mentoring/core'
import { describe, expect, it } from 'vitest'
import { begin, killedAfter, type Begun } from '@reverse-mentoring/servers/processes'
import { child } from './child/child.ts'
import { expectCurrent, folded } from './projection/scene.ts'
import {
  cohortId,
  given,
  got,
  inCohort,
  lateSources,
  log,
  open,
  opened,
  participant,
} from './scene.ts'
import { openAt } from '@reverse-mentoring/servers/ports'
import { sharedStores } from './stores/stores.ts'

const isFull = process.env['FULL'] === '1'
const rounds = isFull ? 100 : 15
const cohorts = [0, 1, 2]

/** The rounds that a process said were answered. */
const answered = ({ said }: Begun): ReadonlyArray<number> =>
  [...said().matchAll(/^did (\d+)$/gm)].map(([, round]) => Number(round))

type Records = ReadonlyArray<Stored.StoredRecord>

/** How often each value of a field stands in the records of a type. */
const counts = (records: Records, type: string, field: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const { type: of, data } of records)
    if (of === type) {
      const value = JSON.stringify(data[field])
      found.set(value, (found.get(value) ?? 0) + 1)
    }
  return found
}

const once = (values: Iterable<string>) => new Map([...values].map((value) => [value, 1]))

/** In its order without a gap, and nothing of what happens once in a life twice. */
const expectSound = (records: Records): void => {
  expect(records.map(({ revision }) => revision)).toEqual(records.map((_, i) => i + 1))
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  for (const [type, field] of [
    ['Enrolled', 'participant'],
    ['EnrolmentAmended', 'enrolment'],
    ['Matched', 'pairing'],
    ['PairingEnded', 'pairing'],
    ['ParticipantErased', 'participant'],
  ] as const) {
    const found = counts(records, type, field)
    expect(found, type).toEqual(once(found.keys()))
    expect(found.size, type).toBeGreaterThan(0)
  }
}

describe.each(sharedStores)('Engines in several processes on one $name', (store) => {
  it.skipIf(!store.isHere)(
    'leave what one would have left, though some of them are killed',
    { timeout: 200_000 },
    async () => {
      const address = await store.newAddress()
      const ports = await openAt(address)
      const on = { ...ports, sources: lateSources }
      const first = await opened(on)
      for (const n of cohorts) await given(first, inCohort(n)(open))

      const whole = [1, 2].map((number) => begin(child('live.ts'), address, number, rounds))
      const killed = [3, 4, 5].map((number) => begin(child('live.ts'), address, number, 100_000))
      const ends = killed.map((child, i) => killedAfter(child, [30, 120, 300][i] ?? 0))
      await Promise.all(whole.map(({ ended }) => ended))
      for (const { said } of whole) expect(said(), said()).toContain('lived')
      expect(await Promise.all(ends)).toEqual([null, null, null])

      const last = await opened({ ...on, checkProofs: true })
      got(await last.catchUp())
      got(await last.tick()())
      got(await last.catchUp())
      const logs = await Promise.all(
        cohorts.map((n) => log(ports.store, Stored.cohortStream(cohortId(n)))),
      )
      for (const [n, records] of logs.entries()) {
        expectSound(records)
        // Each record was made after the one that it stands behind, or its proof would be another one.
        expect(got(await last.load(cohortId(n))()).revision).toBe(records.length)
        await expectCurrent(ports.store, ports.viewStore, cohortId(n))
        const due = counts(records, 'Matched', 'pairing')
        expect(counts(records, 'PairingEnded', 'pairing')).toEqual(due)
        const cohort = await folded(ports.store, Stored.cohortStream(cohortId(n)))
        const people = Cohort.people(cohort).map((one) => one.participant)
        const known = got(await ports.directory.findPeople(people)())
        for (const id of people) expect(known.has(id)).toBe(!Cohort.isErased(cohort, id))
      }

      for (const [i, child] of [...whole, ...killed].entries()) {
        const did = answered(child)
        if (i < whole.length) expect(did).toHaveLength(rounds)
        for (const round of did) {
          const enrolled = counts(logs[round % 3] ?? [], 'Enrolled', 'participant')
          for (const n of [round, (i + 1) * 100_000 + round])
            expect(enrolled.get(JSON.stringify(participant(n))), String(n)).toBe(1)
        }
      }
      const content = await store.content(address)
      for (const [id] of logs.flatMap((records) => [
        ...counts(records, 'ParticipantErased', 'participant'),
      ]))
        expect(content).not.toContain(`name-of-${String(Number(id.slice(-13, -1)))}-end`)
      got(await ports.close())
    },
  )
})
