import { directoryLaws, inMemory } from '@reverse-mentoring/testing'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

describe('memoryDirectory keeps the laws', () => {
  test.each(directoryLaws(inMemory(memoryDirectory)))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
