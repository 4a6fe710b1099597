import { Port, Stored } from '@reverse-mentoring/core'
import { enrolling, erasing } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  at,
  cohort,
  coordinator,
  enrol,
  faultyStore,
  given,
  log,
  open,
  participant,
  service,
  tags,
} from './scene.ts'

const erasure = { participant: participant(1), at: at(9), by: coordinator }

const person = {
  participant: participant(1),
  name: 'A name',
  attributes: {},
  identity: {},
}

const scene = async () => {
  const directory = memoryDirectory()
  await directory.putPeople([person])()
  return directory
}

const erasedIn = async (store: Port.EventStore) =>
  (await log(store)).filter(({ type }) => type === 'ParticipantErased').length

describe('erasing', () => {
  it('deletes from the directory, tells the cohorts, and forgets', async () => {
    const [store, directory] = [memoryEventStore(), await scene()]
    const cohorts = service(store)
    await given(cohorts, open)
    await enrolling(cohorts, directory)(cohort, [enrol(1)])()
    expect(await erasing(cohorts, directory)(erasure)()).toEqual(E.right([cohort]))
    expect(await directory.findPeople([participant(1)])()).toEqual(E.right(new Map()))
    expect(await erasedIn(store)).toBe(1)
    expect(await erasing(cohorts, directory)(erasure)()).toEqual(E.right([]))
    expect(await erasedIn(store)).toBe(1)
  })

  it('is finished by the same again, wherever it failed', async () => {
    const { store } = faultyStore([undefined, undefined, 'unavailable'])
    const directory = await scene()
    const cohorts = service(store, { patience: { tries: 1, first: 1, most: 1 } })
    await given(cohorts, open)
    await enrolling(cohorts, directory)(cohort, [enrol(1)])()
    expect(tags([await erasing(cohorts, directory)(erasure)()])).toEqual(['Unavailable'])
    expect(await directory.findPeople([participant(1)])()).toEqual(E.right(new Map()))
    expect(await erasing(cohorts, directory)(erasure)()).toEqual(E.right([cohort]))
    expect(await erasedIn(store)).toBe(1)
  })

  it('passes over a cohort in which the enrolment never came about', async () => {
    const [store, directory] = [memoryEventStore(), await scene()]
    const cohorts = service(store)
    await given(cohorts, open)
    await directory.listCohort(cohort, [participant(1)])()
    expect(await erasing(cohorts, directory)(erasure)()).toEqual(E.right([cohort]))
  })
})

describe('enrolling', () => {
  it('lists the cohort before it enrols, and enrols nobody if that fails', async () => {
    const store = memoryEventStore()
    const cohorts = service(store)
    await given(cohorts, open)
    const failing = { listCohort: () => () => Promise.resolve(E.left(Port.unavailable('planted'))) }
    expect(tags([await enrolling(cohorts, failing)(cohort, [enrol(1)])()])).toEqual(['Unavailable'])
    expect(Stored.cohortStream(cohort)).toBe((await log(store))[0]?.stream)
    expect(await log(store)).toHaveLength(1)
  })
})
