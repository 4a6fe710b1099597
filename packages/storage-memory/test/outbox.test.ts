import { inMemory, outboxLaws } from '@reverse-mentoring/testing'
import { memoryOutbox } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

describe('memoryOutbox keeps the laws', () => {
  test.each(outboxLaws(inMemory(memoryOutbox)))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
