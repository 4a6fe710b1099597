import { View, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Stopped } from '@reverse-mentoring/runtime'
import { describe, expect, it } from 'vitest'
import {
  amend,
  cohort,
  cohortId,
  coordinator,
  enrol,
  given,
  got,
  inCohort,
  open,
  opened,
  ports,
  stream,
  unheard,
} from '../scene.ts'
import { expectCurrent, headerOf, life } from './scene.ts'

/** A cohort with an unknown record at 3 and others after it, and another cohort. */
const scene = async () => {
  const on = ports()
  const writer = await opened(on)
  const receipt = await given(writer, open, enrol(1))
  got(await on.store.append(stream, 2, [unheard(1)])())
  got(await on.store.append(stream, 3, [unheard(2), unheard(3)])())
  await given(writer, ...life.map(inCohort(1)))
  return { on, receipt }
}

/** The same log, read by a version that knows the record. */
const upgraded = (store: Port.EventStore): Port.EventStore => {
  const known = (records: Port.StreamPage['records']): Port.StreamPage['records'] =>
    records.map((record) =>
      record.type === 'Unheard'
        ? {
            ...record,
            type: 'EnrolmentAmended',
            data: {
              at: `2026-03-02T00:00:00.00${String(record.revision)}Z`,
              by: { ...coordinator },
              enrolment: enrol(1).enrolment,
              capacity: record.revision,
            },
          }
        : record,
    )
  return {
    ...store,
    readStream: (name, page) => async () =>
      E.map((read: Port.StreamPage) => ({ ...read, records: known(read.records) }))(
        await store.readStream(name, page)(),
      ),
    readLog: (page) => async () =>
      E.map((read: Port.LogPage) => ({ ...read, records: known(read.records) }))(
        await store.readLog(page)(),
      ),
  }
}

describe('a record that this version does not know', () => {
  it('parks its own cohort’s views there, is told once, and other cohorts go on', async () => {
    const { on } = await scene()
    const told: Array<Stopped> = []
    const engine = await opened({ ...on, onParked: (parked) => told.push(parked) })
    got(await engine.catchUp())
    got(await engine.catchUp())
    expect(told.map(({ revision }) => revision)).toEqual([3])
    const header = await headerOf(on.viewStore)
    expect(header).toMatchObject({ revision: 2, parked: { revision: 3 } })
    await expectCurrent(on.store, on.viewStore, cohortId(1))
  })

  it('costs nothing while more is recorded', async () => {
    const { on } = await scene()
    got(await (await opened(on)).catchUp())
    let reads = 0
    const store: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => {
        reads += 1
        return on.store.readStream(name, page)
      },
    }
    const engine = await opened({ ...on, store })
    got(await engine.catchUp())
    reads = 0
    const version = (await headerOf(on.viewStore))?.version
    for (let n = 0; n < 800; n += 1) {
      got(await on.store.append(stream, 5 + n, [unheard(10 + n)])())
      if (n % 100 === 0) got(await engine.catchUp())
    }
    got(await engine.catchUp())
    expect(reads).toBe(0)
    expect((await headerOf(on.viewStore))?.version).toBe(version)
  })

  it('is answered as what it is: to a receipt, to a question, and to the operator alone why', async () => {
    const { on } = await scene()
    const engine = await opened(on)
    got(await engine.catchUp())
    const newer = await opened({ ...on, store: upgraded(on.store) })
    const receipt = await given(newer, amend(1, 7, 500))
    expect(await engine.awaitView(receipt)()).toEqual(E.left({ _tag: 'Halted', cohort }))
    const page = got(await engine.coordinator(coordinator.id).roster(cohort)())
    expect(page).toMatchObject({ items: [{ participant: enrol(1).participant }], halted: [cohort] })
    expect(JSON.stringify(page)).not.toMatch(/revision|version|Unheard/)
    const parked = got(await engine.operator.parked())
    expect(parked).toHaveLength(View.standardViews.length)
    expect(parked[0]).toMatchObject({ cohort, revision: 3 })
    expect(parked[0]?.because).toContain('Unheard')
  })

  it('is taken at the next start of a version that knows it', async () => {
    const { on } = await scene()
    got(await (await opened(on)).catchUp())
    const store = upgraded(on.store)
    got(await (await opened({ ...on, store })).catchUp())
    await expectCurrent(store, on.viewStore)
    expect((await headerOf(on.viewStore))?.parked).toBeUndefined()
  })

  it('after a roll-back is told, and what the newer version made is left alone', async () => {
    const { on } = await scene()
    const store = upgraded(on.store)
    got(await (await opened({ ...on, store })).catchUp())
    const before = await headerOf(on.viewStore)
    got(await on.store.append(stream, 5, [unheard(9)])())
    const told: Array<Stopped> = []
    const engine = await opened({ ...on, onParked: (parked) => told.push(parked) })
    got(await engine.catchUp())
    got(await engine.catchUp())
    expect(told.map(({ revision }) => revision)).toEqual([3])
    expect(await headerOf(on.viewStore)).toMatchObject({
      revision: before?.revision,
      record: before?.record,
      frame: before?.frame,
      parked: { revision: 6 },
    })
    got(await (await opened({ ...on, store })).catchUp())
    await expectCurrent(store, on.viewStore)
  })

  it('parked by an old version is taken by a new one that runs beside it', async () => {
    const { on } = await scene()
    const [old, newer] = [await opened(on), await opened({ ...on, store: upgraded(on.store) })]
    got(await old.catchUp())
    got(await newer.catchUp())
    await expectCurrent(upgraded(on.store), on.viewStore)
    const receipt = await given(newer, amend(1, 7, 500))
    got(await old.catchUp())
    expect(await newer.awaitView(receipt)()).toEqual(E.right(undefined))
    await expectCurrent(upgraded(on.store), on.viewStore)
  })

  it('is parked behind nothing: where the log ends, nothing is out of date', async () => {
    const { on } = await scene()
    got(await (await opened({ ...on, store: upgraded(on.store) })).catchUp())
    const version = (await headerOf(on.viewStore))?.version
    got(await (await opened(on)).catchUp())
    expect(await headerOf(on.viewStore)).toMatchObject({ version, revision: 5 })
    expect((await headerOf(on.viewStore))?.parked).toBeUndefined()
  })

  it('is parked where it is the very first', async () => {
    const on = ports()
    got(await on.store.append(stream, 0, [unheard(1)])())
    const engine = await opened(on)
    got(await engine.catchUp())
    expect(await headerOf(on.viewStore)).toMatchObject({ revision: 0, parked: { revision: 1 } })
    expect(got(await engine.operator.parked())).toHaveLength(View.standardViews.length)
  })
})

describe('a view that throws', () => {
  it('is parked, and hurts no other view; mended, it goes on', async () => {
    const on = ports()
    const broken = {
      ...View.pairingBoard,
      touched: () => {
        throw new RangeError('Alice')
      },
      row: () => {
        throw new RangeError('Alice')
      },
      keys: () => ['a'],
    }
    const views = [View.cohortRoster, broken]
    const told: Array<Stopped> = []
    const engine = await opened({ ...on, views, onParked: (stopped) => told.push(stopped) })
    await given(engine, ...life)
    got(await engine.catchUp())
    got(await engine.catchUp())
    expect(told).toMatchObject([{ view: broken.name, because: 'the view threw (RangeError)' }])
    expect((await headerOf(on.viewStore, View.cohortRoster.name))?.revision).toBe(life.length)
    const parked = got(await engine.operator.parked())
    expect(parked).toMatchObject([{ view: broken.name, because: 'the view threw (RangeError)' }])
    got(await (await opened(on)).catchUp())
    await expectCurrent(on.store, on.viewStore)
  })
})

describe('a record that is damaged', () => {
  it('stops the views of its own cohort, and names the place', async () => {
    const on = ports()
    const writer = await opened(on)
    await given(writer, ...life)
    await given(writer, ...life.map(inCohort(1)))
    const places = got(await on.store.readStream(stream, { after: 5, limit: 1 })()).records
    const damaged = places[0]
    if (damaged === undefined) throw new Error('no record')
    const isOurs = ({ stream: name, revision }: { stream: string; revision: number }) =>
      name === damaged.stream && revision === damaged.revision
    const store: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => async () =>
        E.map((read: Port.StreamPage) => {
          const at = read.records.findIndex(isOurs)
          return at < 0 ? read : { records: read.records.slice(0, at), more: true, damaged }
        })(await on.store.readStream(name, page)()),
      readLog: (page) => async () =>
        E.map((read: Port.LogPage) => {
          const at = read.records.findIndex(isOurs)
          if (at < 0) return read
          const next = read.records[at]?.checkpoint ?? read.next
          return { records: read.records.slice(0, at), more: true, next, damaged }
        })(await on.store.readLog(page)()),
    }
    const told: Array<Stopped> = []
    const engine = await opened({ ...on, store, onParked: (parked) => told.push(parked) })
    got(await engine.catchUp())
    expect(told).toMatchObject([{ cohort, revision: 6 }])
    expect(await headerOf(on.viewStore)).toMatchObject({ revision: 5, parked: { revision: 6 } })
    await expectCurrent(on.store, on.viewStore, cohortId(1))
    expect(await engine.load(cohort)()).toMatchObject({ left: { _tag: 'Unreadable', revision: 6 } })
  })
})
