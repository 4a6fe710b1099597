import { Stored, Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valuesOf } from '../arbitrary.ts'

test('A cohort’s stream names it, and no other stream does', () => {
  fc.assert(
    fc.property(valuesOf(Values.CohortId), (value) => {
      const id = value as Values.CohortId
      expect(Stored.cohortStream(id)).toBe(`cohort-${id}`)
      expect(Stored.cohortOfStream(Stored.cohortStream(id))).toBe(id)
      expect(Stored.cohortOfStream(`Cohort-${id}`)).toBeUndefined()
      expect(Stored.cohortOfStream(`cohort-${id}x`)).toBeUndefined()
    }),
  )
})
