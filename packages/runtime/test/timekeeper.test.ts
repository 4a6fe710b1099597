import { Cohort } from '@reverse-mentoring/core'
import { due, keepTime } from '@reverse-mentoring/runtime'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  at,
  cohort,
  consent,
  enrol,
  given,
  log,
  open,
  pairing,
  propose,
  service,
  system,
} from './scene.ts'

const deadline = 2 + 14 * 24

const scene = async () => {
  const store = memoryEventStore()
  const cohorts = service(store)
  await given(cohorts, open, enrol(1), enrol(2), enrol(3), enrol(4), propose(1, 2), propose(3, 4))
  await given(cohorts, consent(2, 1, 3), consent(1, 1, 4))
  return { store, cohorts }
}

describe('the timekeeper', () => {
  it('lapses what was not answered in time, and nothing before', async () => {
    const { store, cohorts } = await scene()
    expect(await keepTime(cohorts, system)(cohort, at(deadline - 1))()).toEqual(E.right(0))
    expect(await keepTime(cohorts, system)(cohort, at(deadline))()).toEqual(E.right(1))
    expect(await keepTime(cohorts, system)(cohort, at(deadline + 1))()).toEqual(E.right(0))
    const last = (await log(store)).at(-1)
    expect(last?.data).toMatchObject({ pairing: pairing(3), reason: 'lapsed' })
  })

  it('has nothing due of a cohort that was never opened', () => {
    expect(due(Cohort.noCohort, at(9000), system)).toEqual([])
  })
})
