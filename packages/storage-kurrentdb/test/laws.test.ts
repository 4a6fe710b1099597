import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, test } from 'vitest'
import { placesOn } from './place.ts'
import { startServer } from './server/server.ts'
import { tooMuch } from './too-much.ts'

const server = await startServer()
afterAll(server.kill)

describe('KurrentDB, as far as its protocol goes, keeps the laws', () => {
  test.each(eventStoreLaws(placesOn(server.connectionString), { beyond: tooMuch }))(
    '$name',
    async ({ check }) => {
      expect(await check()).toEqual(E.right(undefined))
    },
  )
})
