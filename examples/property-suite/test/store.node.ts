import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as E from 'fp-ts/lib/Either.js'
import { faults, twinWith } from '../src/broken-twin.ts'
import { openJsonLines } from '../src/json-lines-store.ts'
import { storeLaws } from '../src/store-laws.ts'

void describe('A store of JSON lines', () => {
  for (const { name, check } of storeLaws(openJsonLines))
    void test(name, async () => {
      const kept = await check()
      if (E.isLeft(kept)) assert.fail(kept.left)
    })
})

void describe('Its broken twin', () => {
  for (const { fault, law, edits } of faults)
    void test(`${fault}: “${law}” is broken`, async () => {
      const laws = storeLaws(await twinWith({ edits }))
      const told = await laws.find(({ name }) => name === law)?.check()
      assert.ok(told !== undefined && E.isLeft(told))
    })
})
