import { Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// Samples stand for ever: an event that changes its shape gets a new version, an upcaster and a new file.
const place = new URL('./golden/', import.meta.url)
const files = readdirSync(place)
const read = (file: string): Stored.Payload =>
  JSON.parse(readFileSync(new URL(file, place), 'utf8')) as Stored.Payload

describe.each(files)('The golden sample %s', (file) => {
  const sample = read(file)
  const decoded = Stored.decodeEvent(sample)

  test('is named after its type and version', () => {
    expect(file).toMatch(
      new RegExp(`^${sample.type}\\.v${String(sample.schema)}(\\.[a-z]+)?\\.json$`),
    )
  })

  test('decodes', () => {
    expect(decoded).toEqual(E.right(expect.objectContaining({ type: sample.type })))
  })

  test('is what would be stored of it today, as far as it is of the newest version', () => {
    const stored = Stored.cohortRegistry.get(sample.type)
    if (stored === undefined || sample.schema !== Stored.newestSchema(stored)) return
    expect(E.flatMap(decoded, Stored.encodeEvent)).toEqual(E.right(sample))
  })
})

test('Every version of every event has a golden sample', () => {
  const versions = [...Stored.cohortRegistry].flatMap(([type, stored]) =>
    Array.from({ length: Stored.newestSchema(stored) }, (_, i) => `${type}.v${String(i + 1)}.json`),
  )
  expect(files).toEqual(expect.arrayContaining(versions))
})
