import { join } from 'node:path'
import type { Event } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openJsonLines } from '../src/json-lines-store.ts'
import { withFolder } from '../src/temp-folder.ts'
import { validate } from '../src/validate-history.ts'
import { record } from './record.ts'

const found = (events: ReadonlyArray<Event.CohortEvent>): Promise<ReadonlyArray<string>> =>
  withFolder(async (folder) => {
    const store = await openJsonLines(join(folder, 'log.jsonl'))
    await record(store, events)
    const wrong = await validate(store)
    await store.close()
    return wrong
  })

describe("A history of one's own", () => {
  test('whatever life a cohort has had, it is sound when it is read from the file', async () => {
    const lives = arbitraryHistory({ beginnings: ['formal'], weights: { session: 3 } })
    for (const life of fc.sample(lives, { numRuns: 30, seed: 4 }))
      expect(await found(life)).toEqual([])
  })

  test('a consent that somebody wrote in is named, by its place and its rule', async () => {
    const early = Scene.yes(Scene.the.mentor, 1, 3)
    expect(await found([...Scene.P, early])).toEqual([
      expect.stringMatching(/^cohort-\S+, event 7 \(ConsentGiven\) breaks INV11: /),
    ])
  })

  test('an event that was taken out is missed', async () => {
    const [agreed] = Scene.F.slice(-2)
    const wrong = await found(Scene.F.filter((event) => event !== agreed))
    expect(wrong.join('\n')).toMatch(/event 7 \(ConsentGiven\) breaks INV11: /)
  })
})
