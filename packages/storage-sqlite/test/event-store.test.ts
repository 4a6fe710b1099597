import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { damage } from './damage.ts'
import { inFiles } from './file.ts'

// The file of the law that runs: they run one after another.
let current = ''

const place = inFiles((file) => {
  current = file
  return sqliteEventStore({ file })
})

describe('sqliteEventStore keeps the laws', () => {
  const laws = eventStoreLaws(place, {
    damage: (stream, revision) => Promise.resolve(damage(current, stream, revision)),
  })
  test.each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
