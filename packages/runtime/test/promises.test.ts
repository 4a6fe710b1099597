import { promises } from '@reverse-mentoring/runtime'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { describe, expect, it } from 'vitest'
import { cohort, enrol, open, service } from './scene.ts'

describe('the promise façade', () => {
  it('keeps a promise with the answer, and breaks it with an error whose cause is the failure', async () => {
    const { handle, load } = service(memoryEventStore())
    const cohorts = promises({ handle, load })
    await cohorts.handle(open)
    expect((await cohorts.load(cohort)).revision).toBe(1)
    await expect(
      cohorts.handle({ ...enrol(1), by: { role: 'participant', id: enrol(2).participant } }),
    ).rejects.toMatchObject({ message: 'NotAllowed', cause: { _tag: 'NotAllowed' } })
  })
})
