import { postgresViewStore } from '@reverse-mentoring/storage-postgres'
import { viewStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inSchemas } from './place.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

describe.skipIf(url === '')('postgresViewStore keeps the laws', () => {
  test.each(viewStoreLaws(inSchemas(url, postgresViewStore)))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
