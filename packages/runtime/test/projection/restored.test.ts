import { type Port, type Stored } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  enrol,
  given,
  got,
  log,
  open,
  opened,
  ports,
  propose,
  stream,
  tags,
} from '../scene.ts'
import { expectCurrent } from './scene.ts'

/** A store that can be put back under whoever has it open: to its first records, and others after them. */
const restorable = () => {
  let inner = memoryEventStore()
  const store: Port.EventStore = {
    append: (...asked) => inner.append(...asked),
    readStream: (...asked) => inner.readStream(...asked),
    readLog: (...asked) => inner.readLog(...asked),
    head: () => inner.head(),
  }
  const restore = async (revision: Stored.Revision): Promise<void> => {
    const records = (await log(inner)).slice(0, revision)
    inner = memoryEventStore()
    for (const [i, { id, type, schema, data, meta }] of records.entries())
      got(await inner.append(stream, i, [{ id, type, schema, data, meta }])())
  }
  return { store, restore }
}

describe('a log that was put back under a running engine', () => {
  it('takes no command on what is lost, though others have filled its place', async () => {
    const { store, restore } = restorable()
    const on = { ...ports(), store }
    const engine = await opened(on)
    await given(engine, open, enrol(1), enrol(2))
    await restore(1)
    await given(await opened(on), enrol(3), enrol(5))
    const [answer] = [await engine.handle(propose(1, 2))()]
    expect(tags([answer])).toEqual(['NotReady'])
    expect((await log(store)).map(({ type }) => type)).not.toContain('Matched')
  })

  it('leaves no view with what is lost, whatever stands where it stood', async () => {
    for (const kept of [1, 2])
      for (const others of [0, 1, 2, 3]) {
        const { store, restore } = restorable()
        const on = { ...ports(), store }
        const engine = await opened(on)
        await given(engine, open)
        got(await engine.catchUp())
        // Beyond the checkpoint, which stays a place of both logs.
        got(await engine.awaitView(await given(engine, enrol(1), enrol(2)))())
        await restore(kept)
        const other = await opened({ ...ports(), store })
        for (let n = 0; n < others; n += 1) await given(other, enrol(11 + n))
        got(await (await opened(on)).catchUp())
        await expectCurrent(store, on.viewStore)
        await given(engine, enrol(21), amend(21, 2, 50))
        got(await engine.catchUp())
        await expectCurrent(store, on.viewStore)
      }
  })

  it('leaves no view with what is lost, where nothing but views meets it', async () => {
    for (const others of [1, 2, 3]) {
      const { store, restore } = restorable()
      const on = { ...ports(), store }
      const engine = await opened(on)
      await given(engine, open, enrol(1), enrol(2))
      got(await engine.catchUp())
      await restore(1)
      const other = await opened({ ...ports(), store })
      for (let n = 0; n < others; n += 1) await given(other, enrol(11 + n))
      got(await engine.catchUp())
      await expectCurrent(store, on.viewStore)
    }
  })

  it('has no views made from what is remembered of the other one', async () => {
    const { store, restore } = restorable()
    const on = { ...ports(), store }
    const engine = await opened(on)
    await given(engine, open, enrol(1), enrol(2))
    await restore(2)
    got(await engine.catchUp())
    await expectCurrent(store, on.viewStore)
  })

  it('keeps no running engine’s views at what is lost, once a command has met it', async () => {
    const { store, restore } = restorable()
    const on = { ...ports(), store }
    const engine = await opened(on)
    await given(engine, open)
    got(await engine.catchUp())
    got(await engine.awaitView(await given(engine, enrol(1), enrol(2), enrol(3)))())
    await restore(2)
    const receipt = await given(engine, enrol(1))
    got(await engine.awaitView(receipt)())
    got(await engine.catchUp())
    await expectCurrent(store, on.viewStore)
  })
})

describe('an answer that was lost', () => {
  it('is none of a page that says there is more, and has nothing', async () => {
    const on = ports()
    await given(await opened(on), open, enrol(1))
    const store: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => async () =>
        E.map((read: Port.StreamPage) => ({ records: read.records.slice(0, -1), more: true }))(
          await on.store.readStream(name, page)(),
        ),
    }
    const engine = await opened({ ...on, store })
    expect(await engine.load(open.cohort)()).toMatchObject({
      left: { _tag: 'Unreadable', revision: 2, because: { _tag: 'Missing' } },
    })
  })
})
