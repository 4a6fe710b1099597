import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { beyond } from '../src/beyond.ts'
import { faults, twinWith } from '../src/broken-twin.ts'
import { openJsonLines } from '../src/json-lines-store.ts'
import { filesFor } from '../src/places.ts'

void describe('A store of JSON lines', () => {
  for (const { name, check } of eventStoreLaws(filesFor(openJsonLines), { beyond }))
    void test(name, async () => {
      const kept = await check()
      if (E.isLeft(kept)) assert.fail(kept.left)
    })
})

void describe('Its broken twin', () => {
  for (const { fault, law, edits } of faults)
    void test(`${fault}: “${law}” is broken`, async () => {
      const laws = eventStoreLaws(filesFor(await twinWith({ edits })), { beyond })
      const told = await laws.find(({ name }) => name === law)?.check()
      assert.ok(told !== undefined && E.isLeft(told))
    })
})
