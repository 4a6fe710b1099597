import type { Stored } from '@reverse-mentoring/core'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { batch } from './record.ts'
import { inSchemas, sql } from './place.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

// The schema of the law that runs: they run one after another.
let current = ''

// Apart: one law writes an id twice, and another one wants each once in the whole log.
const place = inSchemas(
  url,
  (options) => {
    current = options.schema
    return postgresEventStore(options)
  },
  true,
)

/** Overwrites the first letter of a stored record, behind the back of the store. */
const damage = async (stream: string, revision: Stored.Revision): Promise<void> => {
  await sql(
    url,
    `UPDATE "${current}".event SET record = '!' || substr(record, 2) WHERE stream = $1 AND revision = $2`,
    [stream, revision],
  )
}

const beyond = () => batch(2, 'a'.repeat(9_000_000))

describe.skipIf(url === '')('postgresEventStore keeps the laws', () => {
  test.each(eventStoreLaws(place, { damage, beyond }))('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
