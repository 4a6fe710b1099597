import { Command, Values } from '@reverse-mentoring/core'
import { now, openEngine, promise, randomId } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryViewStore } from '@reverse-mentoring/storage-memory'
import { expect, test } from 'vitest'
import { newServer, storeOn, until } from './scene.ts'

const cohort = randomId(Values.CohortId)
const by: Values.Actor = { role: 'coordinator', id: randomId(Values.ParticipantId) }

const opening = (): Command.OpenCohort => {
  const start = now()
  return {
    ...{ type: 'OpenCohort', cohort, by, at: start, start, mode: 'reverse', terms: 1 },
    plannedEnd: Values.plusDays(start, 180),
    programme: randomId(Values.ProgrammeId),
    zone: 'Europe/London' as Values.Zone,
    codes: Command.noCodes,
    rules: { ...Command.defaultRules, gates: { purpose: false, briefing: [] } },
  }
}

const enrolment = randomId(Values.EnrolmentId)

const enrolling = (): Command.Enrol => ({
  ...{ type: 'Enrol', cohort, by, at: now(), role: 'mentor', capacity: 1, external: false },
  enrolment,
  participant: randomId(Values.ParticipantId),
  ...{ offered: [], sought: [], chain: [], seniority: 2 },
})

const amending = (hours: number): Command.AmendEnrolment => ({
  ...{ type: 'AmendEnrolment', cohort, by, at: now(), enrolment, hours },
})

// One that enrols does read: whom it lists in the directory, it lists for what the cohort is at that moment.
test('A command on a cohort that is in memory reads nothing from the server', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  await until(server.subscriptions, (n) => n === 1)
  const ports = { store, viewStore: memoryViewStore(), directory: memoryDirectory() }
  const engine = await promise(openEngine(ports))
  await promise(engine.handle(opening()))
  await promise(engine.handle(enrolling()))
  const [before, written] = [server.reads(), server.log.all.length]
  for (let hours = 1; hours <= 5; hours += 1) await promise(engine.handle(amending(hours)))
  expect(server.reads()).toBe(before)
  expect(server.log.all.length).toBe(written + 5)
})
