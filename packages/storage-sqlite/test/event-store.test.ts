import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inFiles } from './file.ts'

describe('sqliteEventStore keeps the laws', () => {
  test.each(eventStoreLaws(inFiles((file) => sqliteEventStore({ file }))))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
  )
})
