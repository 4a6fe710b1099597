import { viewStoreLaws, inMemory } from '@reverse-mentoring/testing'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

describe('memoryViewStore keeps the laws', () => {
  test.each(viewStoreLaws(inMemory(memoryViewStore)))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
