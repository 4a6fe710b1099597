import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  close,
  cohort,
  consent,
  countingSources,
  enrol,
  faultyStore,
  given,
  handleAll,
  log,
  open,
  propose,
  schedule,
  service,
  tags,
} from './scene.ts'

const types = (records: ReadonlyArray<{ readonly type: string }>) => records.map(({ type }) => type)

describe('handle', () => {
  it('stores what a command leads to, and then answers', async () => {
    const store = memoryEventStore()
    const answers = await handleAll(service(store), [open, enrol(1)])
    expect(tags(answers)).toEqual(['ok', 'ok'])
    expect(types(await log(store))).toEqual(['CohortOpened', 'Enrolled'])
  })

  it('puts the events of all commands that wait into one append', async () => {
    const { store, appends } = faultyStore([])
    const cohorts = service(store)
    await given(cohorts, open)
    const waiting = Array.from({ length: 32 }, (_, i) => enrol(i + 1))
    expect(new Set(tags(await handleAll(cohorts, waiting)))).toEqual(new Set(['ok']))
    expect(appends.map((records) => records.length)).toEqual([1, 32])
  })

  it('reads nothing for a warm command', async () => {
    const { store, reads } = faultyStore([])
    const cohorts = service(store)
    await given(cohorts, open)
    const before = reads()
    await given(cohorts, enrol(1), enrol(2))
    expect(reads()).toBe(before)
  })

  it('sends the same batch again when the answer was lost, and stores it once', async () => {
    const { store, appends } = faultyStore([undefined, undefined, 'lose-the-answer'])
    const cohorts = service(store)
    await given(cohorts, open, enrol(1))
    const answers = await handleAll(cohorts, [amend(1, 2, 10), amend(1, 1, 20)])
    expect(tags(answers)).toEqual(['ok', 'ok'])
    expect(appends.at(-1)).toEqual(appends.at(-2))
    const capacities = (await log(store)).map(({ data }) => data['capacity'])
    expect(capacities).toEqual([undefined, 1, 2, 1])
  })

  it('answers the whole batch with Unavailable when the append fails for good', async () => {
    const patience = { tries: 2, first: 1, most: 1 }
    const faults = [undefined, undefined, undefined, undefined, undefined, undefined]
    const { store } = faultyStore([...faults, 'unavailable', 'unavailable'])
    const cohorts = service(store, { patience })
    await given(
      cohorts,
      open,
      enrol(1),
      enrol(2),
      propose(1, 2),
      consent(2, 1, 3),
      consent(1, 1, 4),
    )
    const answers = await handleAll(cohorts, [close(5), schedule(1, 1, 6)])
    expect(tags(answers)).toEqual(['Unavailable', 'Unavailable'])
    expect(types(await log(store))).not.toContain('CohortClosed')
    expect(tags(await handleAll(cohorts, [schedule(1, 1, 6)]))).toEqual(['ok'])
  })

  it('decides again on what others have stored', async () => {
    const store = memoryEventStore()
    const [ours, theirs] = [service(store), service(store)]
    await given(ours, open, enrol(1), enrol(2))
    await given(theirs, close(5))
    expect(tags(await handleAll(ours, [enrol(3), propose(1, 2)]))).toEqual([
      'CohortOver',
      'CohortOver',
    ])
  })

  it('gives no answer on an old state, not even a refusal or a repeat', async () => {
    const store = memoryEventStore()
    const [ours, theirs] = [service(store), service(store)]
    await given(ours, open, enrol(1), enrol(2), propose(1, 2))
    await given(theirs, { ...close(6) })
    expect(tags(await handleAll(ours, [consent(1, 1, 7)]))).toEqual(['UnknownPairing'])
    expect(tags(await handleAll(ours, [consent(2, 1, 7)]))).toEqual(['CohortOver'])
  })

  it('stores the commands one by one where a batch is too large', async () => {
    const { store, appends } = faultyStore([undefined, 'too-large'])
    const cohorts = service(store)
    await given(cohorts, open)
    expect(tags(await handleAll(cohorts, [enrol(1), enrol(2), enrol(1)]))).toEqual([
      'ok',
      'ok',
      'ok',
    ])
    expect(appends.map((records) => records.length)).toEqual([1, 2, 1, 1])
  })

  it('waits longer before each further try, with jitter', async () => {
    const sources = countingSources()
    const { store } = faultyStore(['unavailable', 'unavailable', 'unavailable'])
    const cohorts = service(store, { sources })
    await given(cohorts, open)
    expect(sources.pauses).toEqual([10, 20, 40])
  })

  it('refuses a command that is none, and names the place', async () => {
    const bad = { ...enrol(1), capacity: 1.5 }
    expect(await service(memoryEventStore()).handle(bad)()).toEqual(
      E.left({
        _tag: 'MalformedPayload',
        type: 'Enrol',
        path: 'capacity',
        fault: 'wrong',
        expected: 'a whole number from 0 to 1000',
      }),
    )
  })

  it('gives out receipts that tell no revision', async () => {
    const cohorts = service(memoryEventStore())
    const answers = await handleAll(cohorts, [open, enrol(1)])
    const receipts = answers.map((answer) => (E.isRight(answer) ? answer.right : ''))
    expect(new Set(receipts.map((receipt) => receipt.length)).size).toBe(1)
    expect(new Set(receipts).size).toBe(2)
    expect(receipts.join()).not.toContain(cohort)
  })

  it('forgets the cohort used least recently, and reads it again', async () => {
    const { store, reads } = faultyStore([])
    const cohorts = service(store, { cached: 1 })
    const otherCohort = '00000000-0000-4000-8000-000000009999' as typeof cohort
    await given(cohorts, open, { ...open, cohort: otherCohort })
    const before = reads()
    await given(cohorts, { ...enrol(1), at: at(1) })
    expect(reads()).toBeGreaterThan(before)
  })
})
