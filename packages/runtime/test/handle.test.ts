import type { Port } from '@reverse-mentoring/core'
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
  got,
  handleAll,
  log,
  open,
  opened,
  participant,
  ports,
  propose,
  schedule,
  tags,
} from './scene.ts'

const types = (records: ReadonlyArray<{ readonly type: string }>) => records.map(({ type }) => type)

describe('handle', () => {
  it('stores what a command leads to, and then answers', async () => {
    const store = memoryEventStore()
    const answers = await handleAll(await opened({ store }), [open, enrol(1)])
    expect(tags(answers)).toEqual(['ok', 'ok'])
    expect(types(await log(store))).toEqual(['CohortOpened', 'Enrolled'])
  })

  it('puts the events of all commands that wait into one append', async () => {
    const { store, appends } = faultyStore([])
    const engine = await opened({ store })
    await given(engine, open)
    const waiting = Array.from({ length: 32 }, (_, i) => enrol(i + 1))
    expect(new Set(tags(await handleAll(engine, waiting)))).toEqual(new Set(['ok']))
    expect(appends.map((records) => records.length)).toEqual([1, 32])
  })

  it('reads nothing for a warm command', async () => {
    const { store, reads } = faultyStore([])
    const engine = await opened({ store })
    await given(engine, open, enrol(1))
    const before = reads()
    await given(engine, amend(1, 2, 5), amend(1, 3, 6))
    expect(reads()).toBe(before)
    // Before anybody is listed in the directory the state is proved to be current.
    await given(engine, enrol(2))
    expect(reads()).toBe(before + 1)
  })

  it('sends the same batch again when the answer was lost, and stores it once', async () => {
    const { store, appends } = faultyStore([undefined, undefined, 'lose-the-answer'])
    const engine = await opened({ store })
    await given(engine, open, enrol(1))
    const answers = await handleAll(engine, [amend(1, 2, 10), amend(1, 1, 20)])
    expect(tags(answers)).toEqual(['ok', 'ok'])
    expect(appends.at(-1)).toEqual(appends.at(-2))
    const capacities = (await log(store)).map(({ data }) => data['capacity'])
    expect(capacities).toEqual([undefined, 1, 2, 1])
  })

  it('answers the whole batch with Unavailable when the append fails for good', async () => {
    const patience = { tries: 2, first: 1, most: 1 }
    const faults = [undefined, undefined, undefined, undefined, undefined, undefined]
    const { store } = faultyStore([...faults, 'unavailable', 'unavailable'])
    const engine = await opened({ store, patience })
    await given(engine, open, enrol(1), enrol(2), propose(1, 2), consent(2, 1, 3), consent(1, 1, 4))
    const answers = await handleAll(engine, [close(5), schedule(1, 1, 6)])
    expect(tags(answers)).toEqual(['Unavailable', 'Unavailable'])
    expect(types(await log(store))).not.toContain('CohortClosed')
    expect(tags(await handleAll(engine, [schedule(1, 1, 6)]))).toEqual(['ok'])
  })

  it('decides again on what others have stored', async () => {
    const store = memoryEventStore()
    const [ours, theirs] = [await opened({ store }), await opened({ store })]
    await given(ours, open, enrol(1), enrol(2))
    await given(theirs, close(5))
    expect(tags(await handleAll(ours, [enrol(3), propose(1, 2)]))).toEqual([
      'CohortOver',
      'CohortOver',
    ])
  })

  it('gives no answer on an old state, not even a refusal or a repeat', async () => {
    const store = memoryEventStore()
    const [ours, theirs] = [await opened({ store }), await opened({ store })]
    await given(ours, open, enrol(1), enrol(2), propose(1, 2))
    await given(theirs, { ...close(6) })
    expect(tags(await handleAll(ours, [consent(1, 1, 7)]))).toEqual(['UnknownPairing'])
    expect(tags(await handleAll(ours, [consent(2, 1, 7)]))).toEqual(['CohortOver'])
  })

  it('halves a batch that is too large, until it fits', async () => {
    const { store, appends } = faultyStore([undefined, 'too-large', 'too-large'])
    const engine = await opened({ store })
    await given(engine, open)
    expect(tags(await handleAll(engine, [enrol(1), enrol(2), enrol(1)]))).toEqual([
      'ok',
      'ok',
      'ok',
    ])
    expect(appends.map((records) => records.length)).toEqual([1, 2, 2, 1, 1])
  })

  it('waits a deadline for an append that never answers, and sends it again', async () => {
    const inner = faultyStore([])
    let isSilent = true
    const store = {
      ...inner.store,
      append: (...batch: Parameters<typeof inner.store.append>) => {
        const answering = inner.store.append(...batch)
        if (!isSilent) return answering
        isSilent = false
        return () => answering().then(() => new Promise<never>(() => undefined))
      },
    }
    const engine = await opened({ store, deadline: 20 })
    expect(tags(await handleAll(engine, [open]))).toEqual(['ok'])
    expect(await log(store)).toHaveLength(1)
  })

  it('answers each command in time while the store is silent, and gives no turn to what is late', async () => {
    const inner = faultyStore([])
    await given(await opened({ store: inner.store }), open)
    let release: () => void = () => undefined
    const silent = new Promise<void>((done) => (release = done))
    const store = {
      ...inner.store,
      append: (...batch: Parameters<typeof inner.store.append>) => {
        const answering = inner.store.append(...batch)
        return () => silent.then(answering)
      },
    }
    const engine = await opened({ store, commandDeadline: 30 })
    const first = engine.handle(enrol(1))()
    await new Promise((done) => setTimeout(done, 10))
    const second = engine.handle(enrol(3))()
    const answers = await Promise.all([first, second])
    expect(answers).toEqual([
      E.left({ _tag: 'Unavailable', reason: 'no answer within 30 ms' }),
      E.left({ _tag: 'Unavailable', reason: 'no answer within 30 ms' }),
    ])
    release()
    await engine.close()
    expect((await log(store)).map(({ type }) => type)).toEqual(['CohortOpened', 'Enrolled'])
  })

  it('gives no turn to what is late once its cohort has been loaded', async () => {
    const on = ports()
    await given(await opened(on), open)
    const readStream: Port.EventStore['readStream'] =
      (...page) =>
      async () => {
        await new Promise((done) => setTimeout(done, 60))
        return on.store.readStream(...page)()
      }
    const engine = await opened({ ...on, store: { ...on.store, readStream }, commandDeadline: 20 })
    expect(tags(await handleAll(engine, [enrol(1)]))).toEqual(['Unavailable'])
    await engine.close()
    expect(await log(on.store)).toHaveLength(1)
  })

  it('answers each of many enrolments in time too', async () => {
    const inner = faultyStore([])
    await given(await opened({ store: inner.store }), open)
    const append = () => () => new Promise<never>(() => undefined)
    const engine = await opened({ store: { ...inner.store, append }, commandDeadline: 30 })
    const answers = got(await engine.enrol(cohort, [enrol(1), enrol(3)])())
    expect(tags(answers)).toEqual(['Unavailable', 'Unavailable'])
  })

  it('answers a defect in the judgement of one command to that command alone', async () => {
    const on = ports()
    await given(await opened(on), open)
    const engine = await opened(on)
    const { people } = got(await engine.load(cohort)()).cohort
    const [settled = Symbol()] = Object.getOwnPropertySymbols(people)
    Object.assign(Reflect.get(people, settled) as object, {
      get: (id: string) => {
        if (id === participant(1)) throw new RangeError('Alice')
        return undefined
      },
    })
    const answers = await handleAll(engine, [enrol(1), enrol(3), enrol(5)])
    expect(answers[0]).toEqual(E.left({ _tag: 'Defect', command: 'Enrol', kind: 'RangeError' }))
    expect(tags(answers)).toEqual(['Defect', 'ok', 'ok'])
    expect(await log(on.store)).toHaveLength(3)
  })

  it('decides on no state of another log, however long that one was', async () => {
    const [before, after] = [ports(), ports()]
    await given(await opened(before), open, enrol(1), enrol(2), enrol(3))
    await given(await opened(after), open, enrol(1), enrol(2))
    let store = before.store
    const swapped: typeof store = {
      ...store,
      append: (...batch) => store.append(...batch),
      readStream: (...page) => store.readStream(...page),
    }
    const engine = await opened({ ...before, store: swapped })
    got(await engine.load(cohort)())
    store = after.store
    expect(tags(await handleAll(engine, [amend(1, 2, 10)]))).toEqual(['ok'])
    expect(tags(await handleAll(engine, [amend(3, 2, 11)]))).toEqual(['UnknownEnrolment'])
    expect(await log(after.store)).toHaveLength(4)
  })

  it('tries no permanent fault again', async () => {
    const inner = faultyStore([])
    let asked = 0
    const store = {
      ...inner.store,
      append: () => {
        asked += 1
        return () => Promise.resolve(E.left({ _tag: 'Misused', reason: 'planted' } as const))
      },
    }
    expect(tags(await handleAll(await opened({ store }), [open]))).toEqual(['Misused'])
    expect(asked).toBe(1)
  })

  it('counts its patience per page: many pages may each fail now and then', async () => {
    const { store } = ports()
    await given(
      await opened({ store }),
      open,
      ...Array.from({ length: 60 }, (_, i) => enrol(i + 1)),
    )
    let asked = 0
    const failing = {
      ...store,
      readStream: (name: string, page: { after: number; limit: number }) => () => {
        asked += 1
        return asked % 2 === 1
          ? Promise.resolve(E.left({ _tag: 'Unavailable', reason: 'planted' } as const))
          : store.readStream(name, { ...page, limit: 3 })()
      },
    }
    const engine = await opened({ store: failing, patience: { tries: 2, first: 1, most: 1 } })
    expect(got(await engine.load(cohort)()).revision).toBe(61)
    expect(asked).toBeGreaterThan(40)
  })

  it('puts no more into one append than every engine takes', async () => {
    const { store, appends } = faultyStore([])
    const engine = await opened({ store })
    await given(engine, open)
    const chain = Array.from({ length: 64 }, (_, i) => enrol(i + 1000).participant)
    const waiting = Array.from({ length: 700 }, (_, i) => ({ ...enrol(i + 1001), chain }))
    expect(new Set(tags(await handleAll(engine, waiting)))).toEqual(new Set(['ok']))
    const sizes = appends
      .slice(1)
      .map((records) => JSON.stringify(records.map((r) => r.data)).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(900 * 1024)
    expect(sizes.length).toBeGreaterThan(1)
  })

  it('waits longer before each further try, with jitter', async () => {
    const sources = countingSources()
    const { store } = faultyStore(['unavailable', 'unavailable', 'unavailable'])
    const engine = await opened({ store, sources })
    await given(engine, open)
    expect(sources.pauses).toEqual([10, 20, 40])
  })

  it('refuses a command that is none, and names the place', async () => {
    const bad = { ...enrol(1), capacity: 1.5 }
    expect(await (await opened()).handle(bad)()).toEqual(
      E.left({
        _tag: 'MalformedPayload',
        type: 'Enrol',
        problems: [{ path: 'capacity', fault: 'wrong', expected: 'a whole number from 0 to 1000' }],
      }),
    )
  })

  it('gives out receipts that tell no revision', async () => {
    const engine = await opened()
    const answers = await handleAll(engine, [open, enrol(1)])
    const receipts = answers.map((answer) => (E.isRight(answer) ? answer.right : ''))
    expect(new Set(receipts.map((receipt) => receipt.length)).size).toBe(1)
    expect(new Set(receipts).size).toBe(2)
    expect(receipts.join()).not.toContain(cohort)
  })

  it('seals no two receipts alike, also of the same answer', async () => {
    const engine = await opened()
    const answers = await handleAll(
      engine,
      Array.from({ length: 600 }, () => open),
    )
    // Nine bytes are the first twelve characters: what a seal begins with must never come twice under one key.
    const beginnings = answers.map((answer) => (E.isRight(answer) ? answer.right.slice(0, 12) : ''))
    expect(new Set(beginnings).size).toBe(600)
  })

  it('forgets the cohort used least recently, and reads it again', async () => {
    const { store, reads } = faultyStore([])
    const engine = await opened({ store, cached: 1 })
    const otherCohort = '00000000-0000-4000-8000-000000009999' as typeof cohort
    await given(engine, open, { ...open, cohort: otherCohort })
    const before = reads()
    await given(engine, { ...enrol(1), at: at(1) })
    expect(reads()).toBeGreaterThan(before)
  })
})
