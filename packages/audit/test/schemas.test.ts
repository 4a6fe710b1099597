import { checkHistory } from '@reverse-mentoring/audit'
import { Stored, type Event } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// What was written once stays readable, and stays as sound as it was when it was written.
const samples = new URL('../../core/test/stored/golden/', import.meta.url)
const recorded = new URL('./recorded/', import.meta.url)

const read = (file: string, place: URL): unknown =>
  JSON.parse(readFileSync(new URL(file, place), 'utf8'))

const decoded = (payload: Stored.Payload): Event.CohortEvent => {
  const event = Stored.decodeEvent(payload)
  if (E.isLeft(event)) throw new Error(Stored.explainMalformed(event.left))
  return event.right
}

const sampleOf = (file: string) => decoded(read(file, samples) as Stored.Payload)
const files = readdirSync(samples)
const closedBy = (by: typeof Scene.the.coordinator) => ({ ...Scene.closed(24 * 900), by })
const rulesOf = (...events: ReadonlyArray<Event.CohortEvent>) =>
  checkHistory(events).map(({ rule }) => rule)

test('There are samples of every schema of every event', () => {
  const schemas = [...Stored.cohortRegistry].flatMap(([type, stored]) =>
    Array.from({ length: Stored.newestSchema(stored) }, (_, i) => `${type}.v${String(i + 1)}.json`),
  )
  expect(files).toEqual(expect.arrayContaining(schemas))
})

describe.each(files)('The sample %s', (file) => {
  test.each(files.filter((name) => name.startsWith('CohortOpened.')))(
    'decodes, and is judged after %s',
    (opening) => {
      const events = [sampleOf(opening), sampleOf(file)]
      const ofText = rulesOf(...events).filter((rule) => rule === 'INV38')
      expect(ofText).toEqual([])
    },
  )
})

describe('An opening', () => {
  const stranger = Scene.the.deputy

  test('of schema 1 admits anybody in the role', () => {
    expect(rulesOf(sampleOf('CohortOpened.v1.json'), closedBy(stranger))).toEqual([])
  })

  test('of schema 2 names who opens', () => {
    const opening = sampleOf('CohortOpened.v2.json')
    expect(rulesOf(opening, closedBy(opening.by))).toEqual([])
    expect(rulesOf(opening, closedBy(stranger))).toEqual(['INV41'])
  })
})

describe.each(readdirSync(recorded))('The history recorded in %s', (file) => {
  const payloads = read(file, recorded) as ReadonlyArray<Stored.Payload>

  test('is as sound as it was', () => {
    expect(checkHistory(payloads.map(decoded))).toEqual([])
  })
})

test('The history from before coordinators were named would break INV41 if it were written today', () => {
  const file = 'before-coordinators-were-named.json'
  const payloads = read(file, recorded) as ReadonlyArray<Stored.Payload>
  const today = payloads.map((payload) =>
    decoded(payload.type === 'CohortOpened' ? { ...payload, schema: 2 } : payload),
  )
  expect(rulesOf(...today)).toContain('INV41')
})
