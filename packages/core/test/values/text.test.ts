import { Values } from '@reverse-mentoring/core'
import { describe, expect, test } from 'vitest'

describe.each([
  [
    'A code',
    Values.Code,
    ['a', 'social-media', '3d', 'x'.repeat(40)],
    ['', 'Data', 'a b', 'é', 'a_b', 'x'.repeat(41), 'a\n'],
  ],
  [
    'A zone',
    Values.Zone,
    ['UTC', 'Europe/London', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'],
    [
      '',
      '/London',
      'Europe/',
      'Europe//London',
      'a/b/c/d',
      'Europe/London ',
      `A${'a'.repeat(64)}`,
      '+01:00',
    ],
  ],
  [
    'A version',
    Values.Version,
    ['1', '2.0', '2.0.13'],
    ['', 'v1', '1.', '.1', '1.2.3.4', '1.0-rc', '1234567'],
  ],
  [
    'A digest',
    Values.Digest,
    ['0'.repeat(64), 'deadbeef'.repeat(8)],
    ['', '0'.repeat(63), '0'.repeat(65), 'DEADBEEF'.repeat(8), 'g'.repeat(64)],
  ],
  [
    'An id',
    Values.ParticipantId,
    ['3f9a1c52-7d0e-4b8a-9c41-5e2f8d6b7a10', '0190163d-8694-739b-aea5-966c26f8ad91'],
    [
      '',
      '3F9A1C52-7D0E-4B8A-9C41-5E2F8D6B7A10',
      '00000000-0000-0000-0000-000000000000',
      '3f9a1c527d0e4b8a9c415e2f8d6b7a10',
      '{3f9a1c52-7d0e-4b8a-9c41-5e2f8d6b7a10}',
      '3f9a1c52-7d0e-4b8a-7c41-5e2f8d6b7a10',
    ],
  ],
])('%s', (_name, codec, good, bad) => {
  test.each(good)('is “%s”', (text) => {
    expect(codec.is(text)).toBe(true)
  })

  test.each([...bad, 7, null, undefined, ['a'], {}])('is not “%s”', (text) => {
    expect(codec.is(text)).toBe(false)
  })
})
