import { View, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  cohort,
  cohortId,
  enrol,
  given,
  got,
  inCohort,
  open,
  opened,
  ports,
} from '../scene.ts'
import { expectCurrent, headerOf, life, wholeLife } from './scene.ts'

/** A view store that counts what is written. */
const counting = (viewStore: Port.ViewStore) => {
  const written: Array<Port.ViewCommit> = []
  const counted: Port.ViewStore = {
    ...viewStore,
    commit: (commit) => {
      written.push(commit)
      return viewStore.commit(commit)
    },
  }
  const rows = () => written.flatMap(({ changes }) => changes.flatMap((one) => one.rows))
  return { counted, rows, commits: () => written }
}

/** An event store that counts the records that are read of its streams. */
const readCounting = (store: Port.EventStore) => {
  let records = 0
  const counted: Port.EventStore = {
    ...store,
    readStream: (name, page) => async () => {
      const answer = await store.readStream(name, page)()
      if (E.isRight(answer)) records += answer.right.records.length
      return answer
    },
  }
  return { counted, records: () => records }
}

describe('views', () => {
  it('show what a fold of the whole history shows, whatever the size of the pages', async () => {
    for (const pageSize of [1, 3, 1000]) {
      const on = ports()
      const engine = await opened({ ...on, pageSize })
      for (const command of wholeLife) {
        await given(engine, command)
        if (pageSize < 1000) got(await engine.catchUp())
      }
      got(await engine.catchUp())
      await expectCurrent(on.store, on.viewStore)
    }
  })

  it('go on where another engine was stopped, and repeat nothing', async () => {
    const on = ports()
    const first = await opened(on)
    await given(first, ...life.slice(0, 5))
    got(await first.catchUp())
    const { counted, commits } = counting(on.viewStore)
    const second = await opened({ ...on, viewStore: counted })
    await given(second, ...life.slice(5))
    expect(got(await second.catchUp())).toEqual({ records: 5, isDone: true })
    expect(commits()).toHaveLength(1)
    expect((await headerOf(on.viewStore))?.revision).toBe(10)
    await expectCurrent(on.store, on.viewStore)
  })

  it('are written only where a row has changed', async () => {
    const on = ports()
    const { counted, rows, commits } = counting(on.viewStore)
    const engine = await opened({ ...on, viewStore: counted })
    await given(engine, ...life)
    got(await engine.catchUp())
    const before = rows().length
    await given(engine, amend(1, 1, 50))
    got(await engine.catchUp())
    expect(rows().slice(before)).toEqual([])
    expect(commits()).toHaveLength(2)
    await given(engine, amend(1, 2, 51))
    got(await engine.catchUp())
    expect(rows().slice(before)).toHaveLength(1)
    await expectCurrent(on.store, on.viewStore)
  })

  it('take a close as one header each, and no row but what was due', async () => {
    const on = ports()
    const { counted, rows } = counting(on.viewStore)
    const engine = await opened({ ...on, viewStore: counted })
    await given(engine, ...life)
    got(await engine.catchUp())
    const before = rows().length
    await given(engine, ...wholeLife.slice(-1))
    got(await engine.catchUp())
    expect(
      rows()
        .slice(before)
        .map(([place]) => place),
    ).toEqual([View.everywhere])
    await expectCurrent(on.store, on.viewStore)
  })

  it('that come later are made from the state, of every cohort that there is', async () => {
    const on = ports()
    const old = await opened({ ...on, views: [View.cohortRoster, View.pairingBoard] })
    await given(old, ...life)
    await given(old, ...life.map(inCohort(1)))
    got(await old.catchUp())
    const { counted, commits } = counting(on.viewStore)
    const engine = await opened({ ...on, viewStore: counted })
    got(await engine.catchUp())
    await expectCurrent(on.store, on.viewStore)
    await expectCurrent(on.store, on.viewStore, cohortId(1))
    const rewritten = commits().flatMap(({ changes }) => changes.map(({ view }) => view))
    expect(rewritten).not.toContain(View.pairingBoard.name)
  })

  it('of a new version are made beside the old one, which an operator drops', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    got(await (await opened(on)).catchUp())
    const newer = { ...View.pairingBoard, name: 'pairing-board-3' }
    const views = [
      ...View.standardViews.filter(({ name }) => name !== View.pairingBoard.name),
      newer,
    ]
    const engine = await opened({ ...on, views })
    got(await engine.catchUp())
    const rowsOf = async (view: string) =>
      got(await on.viewStore.rows(view, View.placeOfCohort(cohort), { limit: 10 })()).rows.length
    expect([await rowsOf('pairing-board-2'), await rowsOf('pairing-board-3')]).toEqual([2, 2])
    expect(got(await engine.operator.oldViews())).toEqual(['pairing-board-2'])
    expect(await engine.operator.dropView('pairing-board-3')()).toMatchObject({
      left: { _tag: 'Misused' },
    })
    got(await engine.operator.dropView('pairing-board-2')())
    expect([await rowsOf('pairing-board-2'), await rowsOf('pairing-board-3')]).toEqual([0, 2])
  })

  it('cost as many records as there are, however cohorts are interleaved', async () => {
    const on = ports()
    const writer = await opened(on)
    const cohorts = Array.from({ length: 60 }, (_, n) => n)
    for (const n of cohorts) await given(writer, inCohort(n)(open))
    for (let turn = 1; turn <= 30; turn += 1) {
      for (const n of cohorts) await given(writer, inCohort(n)(enrol(turn)))
    }
    const { counted, records } = readCounting(on.store)
    const engine = await opened({ ...on, store: counted, pageSize: 60, cached: 500 })
    got(await engine.catchUp())
    expect(records()).toBeLessThanOrEqual(60 * 31)
    await expectCurrent(on.store, on.viewStore, cohortId(59))
  })

  it('fold nothing cold where commands have been ahead', async () => {
    const on = ports()
    const { counted, records } = readCounting(on.store)
    const engine = await opened({ ...on, store: counted })
    await given(engine, ...life)
    got(await engine.catchUp())
    const before = records()
    for (let hour = 60; hour < 100; hour += 1) await given(engine, amend(1, hour % 3, hour))
    got(await engine.catchUp())
    expect(records() - before).toBeLessThanOrEqual(1)
    await expectCurrent(on.store, on.viewStore)
  })

  it('cost what is new, also where two engines take turns', async () => {
    const on = ports()
    const { counted, records } = readCounting(on.store)
    const engines = [
      await opened({ ...on, store: counted }),
      await opened({ ...on, store: counted }),
    ]
    const [one, other] = engines
    if (one === undefined || other === undefined) return
    await given(one, open, ...Array.from({ length: 300 }, (_, n) => enrol(n + 1)))
    for (const engine of engines) got(await engine.catchUp())
    got(await other.awaitView(await given(other, amend(1, 3, 40)))())
    const before = records()
    for (let hour = 50; hour < 60; hour += 1) {
      const engine = hour % 2 === 0 ? one : other
      got(await engine.awaitView(await given(engine, amend(1, hour % 7, hour)))())
    }
    expect(records() - before).toBeLessThan(10 * 10)
    await expectCurrent(on.store, on.viewStore)
  })
})

describe('awaitView', () => {
  it('is one header read where the view is current', async () => {
    const on = ports()
    let headers = 0
    const viewStore: Port.ViewStore = {
      ...on.viewStore,
      headers: (of) => {
        headers += of.length
        return on.viewStore.headers(of)
      },
    }
    const engine = await opened({ ...on, viewStore })
    const receipt = await given(engine, ...life)
    got(await engine.awaitView(receipt)())
    headers = 0
    got(await engine.awaitView(receipt, View.pairingBoard)())
    expect(headers).toBe(1)
  })

  it('waits for its receipt and not for the end of the log', async () => {
    const on = ports()
    const writer = await opened(on)
    for (let n = 1; n < 30; n += 1) await given(writer, ...life.map(inCohort(n)))
    let pages = 0
    const store: Port.EventStore = {
      ...on.store,
      readLog: (page) => {
        pages += 1
        return on.store.readLog(page)
      },
    }
    const engine = await opened({ ...on, store })
    pages = 0
    got(await engine.awaitView(await given(engine, ...life))())
    expect(pages).toBe(0)
    await expectCurrent(on.store, on.viewStore)
  })

  it('serves whoever waits together in one commit', async () => {
    const on = ports()
    const { counted, commits } = counting(on.viewStore)
    const engine = await opened({ ...on, viewStore: counted })
    const receipts = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => given(engine, inCohort(n)(open))),
    )
    await Promise.all(receipts.map((receipt) => engine.awaitView(receipt)()))
    expect(commits().length).toBeLessThanOrEqual(2)
  })

  it('takes no receipt of anybody else', async () => {
    const receipt = await given(await opened(), open)
    expect(await (await opened()).awaitView(receipt)()).toMatchObject({ left: { _tag: 'Misused' } })
  })

  it('takes the receipts of every engine on the same directory', async () => {
    const on = ports()
    const receipt = await given(await opened(on), open)
    got(await (await opened(on)).awaitView(receipt)())
  })

  it('says so where the log no longer holds what the receipt answers for', async () => {
    const on = ports()
    const receipt = await given(await opened(on), ...life)
    const restored = ports()
    const engine = await opened({ ...restored, directory: on.directory })
    expect(await engine.awaitView(receipt)()).toMatchObject({ left: { _tag: 'Misused' } })
  })

  it('leave out no cohort that comes into memory while another one is looked at', async () => {
    const on = ports()
    const other = await opened(on)
    for (const n of [0, 1]) await given(other, ...life.map(inCohort(n)))
    let meanwhile: (() => Promise<unknown>) | undefined
    const store: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => async () => {
        const act = meanwhile
        meanwhile = undefined
        await act?.()
        return on.store.readStream(name, page)()
      },
    }
    const engine = await opened({ ...on, store })
    got(await engine.load(cohort)())
    // The page tells of the second record after the one that is remembered, so that the stream is read.
    await given(other, enrol(30))
    got(await other.catchUp())
    await given(other, enrol(31), inCohort(1)(enrol(31)))
    meanwhile = () => engine.load(cohortId(1))()
    got(await engine.catchUp())
    for (const of of [cohort, cohortId(1)]) await expectCurrent(on.store, on.viewStore, of)
  })
})
