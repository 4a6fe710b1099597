import { sqliteOutbox } from '@reverse-mentoring/storage-sqlite'
import { outboxLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inFiles } from './file.ts'

describe('sqliteOutbox keeps the laws', () => {
  test.each(outboxLaws(inFiles((file) => sqliteOutbox({ file }))))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
