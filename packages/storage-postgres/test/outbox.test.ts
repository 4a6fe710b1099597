import { postgresOutbox } from '@reverse-mentoring/storage-postgres'
import { outboxLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { inSchemas } from './place.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

describe.skipIf(url === '')('postgresOutbox keeps the laws', () => {
  // A claim takes whatever is due: each law has a schema of its own.
  test.each(outboxLaws(inSchemas(url, postgresOutbox, true)))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
