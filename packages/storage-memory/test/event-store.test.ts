import { eventStoreLaws, inMemory } from '@reverse-mentoring/testing'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

const place = inMemory(() => memoryEventStore())

describe('memoryEventStore keeps the laws', () => {
  test.each(eventStoreLaws(place))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
