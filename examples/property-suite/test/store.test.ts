import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { faults, twinWith } from '../src/broken-twin.ts'
import { openJsonLines } from '../src/json-lines-store.ts'
import { storeLaws } from '../src/store-laws.ts'

describe('A store of JSON lines', () => {
  test.each(storeLaws(openJsonLines))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})

describe('Its broken twin', () => {
  for (const { fault, law, edits } of faults)
    test(`${fault}: “${law}” is broken`, async () => {
      const laws = storeLaws(await twinWith({ edits }))
      const told = await laws.find(({ name }) => name === law)?.check()
      expect(told).toEqual(E.left(expect.stringMatching(/\nafter these calls\n/)))
    })
})
