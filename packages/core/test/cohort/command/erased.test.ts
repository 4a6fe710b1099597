import { given } from '@reverse-mentoring/testing'
import { describe, test } from 'vitest'
import { B, boss, coordinator, e, e2, erased, m, m2, said, says, system } from '../scene.ts'

const past = [...B, erased(m, 5)]

describe('Lines of management', () => {
  const of = (participant: typeof m) => ({ participant, chain: [boss] })

  test('of the erased alone are not allowed', () => {
    given(...past)
      .when({ type: 'RecordLines', ...says(system, 6), lines: [of(m)] })
      .thenRefused({ _tag: 'NotAllowed', by: system })
  })

  test('of the erased among others drop out, as do those of people who are not here', () => {
    given(...past)
      .when({ type: 'RecordLines', ...says(coordinator, 6), lines: [of(m), of(e), of(m2)] })
      .then({ type: 'LinesRecorded', ...said(coordinator, 6), lines: [of(e)] })
  })
})

describe('Barred pairs', () => {
  test('of the erased alone are not allowed', () => {
    given(...past)
      .when({ type: 'CarryOver', ...says(system, 6), pairs: [{ first: m, second: e }] })
      .thenRefused({ _tag: 'NotAllowed', by: system })
  })

  test('of the erased among others drop out', () => {
    given(...past)
      .when({
        type: 'CarryOver',
        ...says(system, 6),
        pairs: [
          { first: m, second: e },
          { first: e, second: e2 },
        ],
      })
      .then({ type: 'PairsBarred', ...said(system, 6), pairs: [{ first: e, second: e2 }] })
  })
})
