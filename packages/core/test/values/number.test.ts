import { Values } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'

describe.each([
  ['A seniority', Values.Seniority, -1_000_000, 1_000_000],
  ['A capacity', Values.Capacity, 0, 1000],
  ['Hours', Values.Hours, 0, 200],
  ['Minutes', Values.Minutes, 1, 1440],
  ['A notice', Values.NoticeHours, 0, 100_000],
  ['Days', Values.Days, 1, 3660],
  ['A threshold', Values.Threshold, 1, 1000],
  ['A rating', Values.Rating, 1, 5],
  ['A version of terms', Values.Terms, 1, 1_000_000],
  ['A seed', Values.Seed, 0, 4_294_967_295],
  ['A count', Values.Count, 0, Number.MAX_SAFE_INTEGER],
  ['A whole number', Values.Integer, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
])('%s', (_name, codec, least, most) => {
  test('is a whole number within its bounds', () => {
    for (const good of [least, most, 1]) expect(codec.is(good)).toBe(true)
  })

  test('is nothing else', () => {
    const bad = [least - 1, most + 1, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, '1', 1n, null]
    for (const value of bad) expect(codec.is(value)).toBe(false)
  })
})
