import { View, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { amend, cohort, cohortId, enrol, given, got, inCohort, opened, ports } from '../scene.ts'
import { expectCurrent, headerOf, life, wholeLife } from './scene.ts'

/** A view store whose first commit waits until it is let go; the process hung, or its line was slow. */
const hanging = (viewStore: Port.ViewStore) => {
  let release: () => void = () => undefined
  const released = new Promise<void>((done) => {
    release = done
  })
  let reached: () => void = () => undefined
  const hangs = new Promise<void>((done) => {
    reached = done
  })
  let isFirst = true
  const slow: Port.ViewStore = {
    ...viewStore,
    commit: (commit) => async () => {
      if (isFirst) {
        isFirst = false
        reached()
        await released
      }
      return viewStore.commit(commit)()
    },
  }
  return { slow, hangs, release }
}

describe('a commit that comes late', () => {
  it('overwrites nothing newer, and the slower projector goes on from there', async () => {
    const on = ports()
    const { slow, hangs, release } = hanging(on.viewStore)
    const [one, other] = [await opened({ ...on, viewStore: slow }), await opened(on)]
    await given(one, ...life.slice(0, 7))
    const late = one.catchUp()
    await hangs
    await given(other, ...wholeLife.slice(7))
    got(await other.catchUp())
    release()
    got(await late)
    expect((await headerOf(on.viewStore))?.revision).toBe(wholeLife.length)
    await expectCurrent(on.store, on.viewStore)
    await given(one, ...life)
    got(await one.catchUp())
    await expectCurrent(on.store, on.viewStore)
  })

  it('leaves rows that are right also where its checkpoint went back', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...wholeLife)
    const early = got(await on.store.readLog({ limit: 2 })()).next
    got(await engine.catchUp())
    const readers = View.standardViews.map(({ name }) => name)
    got(await on.viewStore.commit({ changes: [], progress: { readers, checkpoint: early } })())
    got(await (await opened(on)).catchUp())
    await expectCurrent(on.store, on.viewStore)
  })

  it('that was stored after all is no other’s when it is sent again', async () => {
    const on = ports()
    let lost = 0
    const viewStore: Port.ViewStore = {
      ...on.viewStore,
      commit: (commit) => async () => {
        const answer = await on.viewStore.commit(commit)()
        lost += 1
        return lost % 2 === 1
          ? E.left({ _tag: 'Unavailable', reason: 'the answer was lost' })
          : answer
      },
    }
    const engine = await opened({ ...on, viewStore })
    await given(engine, ...life)
    got(await engine.catchUp())
    await expectCurrent(on.store, on.viewStore)
  })
})

describe('two projectors at once', () => {
  it('leave what one would have left, and both hold it for true', async () => {
    const on = ports()
    const engines = [await opened(on), await opened({ ...on, pageSize: 3 })]
    const [one, other] = engines
    if (one === undefined || other === undefined) return
    for (let n = 0; n < 6; n += 1) await given(one, ...life.map(inCohort(n)))
    for (let hour = 60; hour < 70; hour += 1) {
      await Promise.all([
        given(one, inCohort(hour % 6)(amend(1, hour % 4, hour))),
        given(other, inCohort((hour + 1) % 6)(enrol(hour))),
      ])
      const caughtUp = await Promise.all(engines.map((engine) => engine.catchUp()))
      for (const answer of caughtUp) got(answer)
    }
    for (let n = 0; n < 6; n += 1) {
      await expectCurrent(on.store, on.viewStore, inCohort(n)(life[0]!).cohort)
    }
  })
})

describe('cohorts overtaken in one commit', () => {
  /** A board that cannot be kept of the first cohort, and so is parked there. */
  const board: typeof View.pairingBoard = {
    ...View.pairingBoard,
    row: (key, state) => {
      if (state.opened?.cohort === cohort) throw new RangeError('planted')
      return View.pairingBoard.row(key, state)
    },
  }

  it('keep every view that each of them has, also where another’s is parked', async () => {
    const on = ports()
    let isOvertaken = false
    const viewStore: Port.ViewStore = {
      ...on.viewStore,
      commit: (commit) => async () => {
        for (const { view, cohort, after } of isOvertaken ? commit.changes : []) {
          const [stands] = got(await on.viewStore.headers([{ view, cohort }])())
          if (stands === undefined) continue
          const { version: _version, ...header } = stands
          const change = { view, cohort, after, header, rows: [] }
          got(await on.viewStore.commit({ changes: [change] })())
        }
        isOvertaken = false
        return on.viewStore.commit(commit)()
      },
    }
    const engine = await opened({ ...on, viewStore, views: [View.cohortRoster, board] })
    await given(engine, ...life)
    await given(engine, ...life.map(inCohort(1)))
    got(await engine.catchUp())
    await given(engine, amend(1, 3, 50))
    await given(engine, inCohort(1)(amend(1, 3, 50)))
    isOvertaken = true
    got(await engine.catchUp())
    const ended = { revision: life.length + 1 }
    expect(await headerOf(on.viewStore, View.pairingBoard.name)).toHaveProperty('parked')
    for (const { name } of [View.cohortRoster, board])
      expect(await headerOf(on.viewStore, name, cohortId(1)), name).toMatchObject(ended)
  })
})

describe('another log under the views', () => {
  it('has all rows made anew, also where it is shorter', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...wholeLife)
    got(await engine.catchUp())
    const restored = ports().store
    const again = { ...on, store: restored }
    await given(await opened(again), ...life.slice(0, 6))
    got(await (await opened(again)).catchUp())
    await expectCurrent(restored, on.viewStore)
  })

  it('that holds less than a header says leaves no ghost of it', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life.map(inCohort(1)))
    await given(engine, ...wholeLife)
    got(await engine.catchUp())
    const empty = { ...on, store: ports().store }
    await given(await opened(empty), ...life.slice(0, 1).map(inCohort(2)))
    got(await (await opened(empty)).catchUp())
    const page = got(await on.viewStore.rows(View.cohortList.name, View.everywhere, { limit: 9 })())
    expect(page.rows.map(({ cohort }) => cohort)).toEqual([inCohort(2)(life[0]!).cohort])
  })
})
