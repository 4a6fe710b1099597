import { Port } from '@reverse-mentoring/core'
import { openEngine, systemSources, type Trouble } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { at, enrol, given, got, handleAll, open, opened, ports, propose, tags } from '../scene.ts'
import { expectCurrent, headerOf, life } from '../projection/scene.ts'

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return
    await systemSources.pause(10)()
  }
  throw new Error('it did not come to be')
}

const quick = { sources: { ...systemSources, now: () => at(10) }, pollEvery: 20 }

describe('run', () => {
  it('keeps views and time until the signal is given', async () => {
    const on = ports()
    const late = { ...systemSources, now: () => at(9000) }
    const engine = await opened({ ...on, ...quick, sources: late, tickEvery: 30 })
    const stop = new AbortController()
    const running = engine.run(stop.signal)()
    await given(engine, open, enrol(1), enrol(2), propose(1, 2))
    await until(async () => (await headerOf(on.viewStore))?.revision === 5)
    stop.abort()
    await running
    await expectCurrent(on.store, on.viewStore)
  })

  it('sees what other processes append, without a wake', async () => {
    const on = ports()
    const { onAppend: _onAppend, ...store } = on.store
    const engine = await opened({ ...on, store, ...quick })
    const stop = new AbortController()
    const running = engine.run(stop.signal)()
    await given(await opened(on), ...life)
    await until(async () => (await headerOf(on.viewStore))?.revision === life.length)
    stop.abort()
    await running
  })

  it('tells of trouble and goes on', async () => {
    const on = ports()
    let isDown = true
    const troubles: Array<Trouble> = []
    const store: Port.EventStore = {
      ...on.store,
      readLog: (page) =>
        isDown
          ? () => Promise.resolve(E.left(Port.unavailable('planted')))
          : on.store.readLog(page),
    }
    const engine = await opened({
      ...{ ...on, ...quick, store },
      patience: { tries: 1, first: 1, most: 1 },
      onTrouble: (trouble) => {
        troubles.push(trouble)
        throw new RangeError('a listener that throws')
      },
    })
    await given(engine, ...life)
    const stop = new AbortController()
    const running = engine.run(stop.signal)()
    await until(() => Promise.resolve(troubles.length > 1))
    isDown = false
    await until(async () => (await headerOf(on.viewStore))?.revision === life.length)
    stop.abort()
    await running
    expect(troubles[0]).toMatchObject({ while: 'catching up', because: { _tag: 'Unavailable' } })
  })

  it('goes on whatever its listeners reject, and its clock throws', async () => {
    const on = ports()
    const troubles: Array<Trouble> = []
    // An async function fits where nothing is asked for.
    const rejecting = (() => Promise.reject(new RangeError('planted'))) as () => void
    const onTrouble = ((trouble: Trouble) => {
      troubles.push(trouble)
      return Promise.reject(new RangeError('planted'))
    }) as (trouble: Trouble) => void
    let isBroken = true
    const now = () => {
      if (isBroken) throw new RangeError('a clock that throws')
      return at(10)
    }
    const engine = await opened({
      ...on,
      ...{ ...quick, tickEvery: 20, sources: { ...quick.sources, now } },
      onProgress: rejecting,
      onParked: rejecting,
      onTrouble,
    })
    const stop = new AbortController()
    const running = engine.run(stop.signal)()
    await until(() => Promise.resolve(troubles.length > 1))
    expect(troubles[0]).toMatchObject({ while: 'keeping time', because: { _tag: 'Misused' } })
    isBroken = false
    await given(engine, ...life)
    await until(async () => (await headerOf(on.viewStore))?.revision === life.length)
    stop.abort()
    await running
  })
})

/** An engine on a log of as many pages as records, and how many of them were read; told of each by a listener. */
const paged = async (onPage: (pages: number) => void) => {
  const on = ports()
  await given(await opened(on), ...life)
  let pages = 0
  const store: Port.EventStore = {
    ...on.store,
    readLog: (page) => async () => {
      pages += 1
      onPage(pages)
      return on.store.readLog(page)()
    },
  }
  const engine = await opened({ ...on, ...quick, store, pageSize: 1 })
  return { engine, pages: () => pages }
}

describe('a long catch-up', () => {
  it('ends at the next page when a run is over', async () => {
    const stop = new AbortController()
    const { engine, pages } = await paged((n) => {
      if (n === 2) stop.abort()
    })
    await engine.run(stop.signal)()
    expect(pages()).toBe(2)
  })

  it('goes to the end for who asked for it beside a run that is over', async () => {
    const stop = new AbortController()
    const { engine, pages } = await paged((n) => {
      if (n === 2) stop.abort()
    })
    const running = engine.run(stop.signal)()
    expect(got(await engine.catchUp()).isDone).toBe(true)
    await running
    expect(pages()).toBeGreaterThan(life.length)
  })

  it('is not done where the engine is closed on the way, and says so', async () => {
    let close: Promise<void> | undefined
    const { engine } = await paged((n) => {
      if (n === 2) close = engine.close()
    })
    expect(got(await engine.catchUp()).isDone).toBe(false)
    await close
  })
})

describe('close', () => {
  it('answers what waits, ends what runs, and takes nothing more', async () => {
    const on = ports()
    const engine = await opened({ ...on, ...quick })
    await given(engine, open)
    const running = engine.run(new AbortController().signal)()
    const waiting = handleAll(engine, [1, 2, 3].map(enrol))
    await engine.close()
    expect(tags(await waiting)).toEqual(['ok', 'ok', 'ok'])
    await running
    expect(tags(await handleAll(engine, [enrol(4)]))).toEqual(['Unavailable'])
  })

  it('waits for what is under way, and lets no operation through afterwards', async () => {
    const on = ports()
    const engine = await opened({ ...on, ...quick })
    const receipt = await given(engine, open)
    const awaiting = engine.awaitView(receipt)()
    await engine.close()
    got(await awaiting)
    const refused = [engine.catchUp(), engine.awaitView(receipt)(), engine.tick()()]
    for (const answer of await Promise.all(refused)) {
      expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } })
    }
  })

  it('does so with an adapter that cannot say when it was appended to', async () => {
    const on = ports()
    const store: Port.EventStore = {
      ...on.store,
      onAppend: () => {
        throw new TypeError('planted')
      },
    }
    const engine = await opened({ ...on, ...quick, store })
    const running = engine.run(new AbortController().signal)()
    await given(engine, open)
    await until(async () => (await headerOf(on.viewStore))?.revision === 1)
    await engine.close()
    await running
  })
})

describe('opening', () => {
  it.each([
    ['deadline', { deadline: Infinity }],
    ['commandDeadline', { commandDeadline: 0 }],
    ['pollEvery', { pollEvery: 0 }],
    ['tickEvery', { tickEvery: 2 ** 31 }],
    ['cached', { cached: 0 }],
    ['pageSize', { pageSize: NaN }],
    ['key', { key: new Uint8Array(16) }],
    ['patience', { patience: { tries: 0, first: 1, most: 1 } }],
  ])('checks %s', async (name, options) => {
    const answer = await openEngine({ ...ports(), ...options })()
    expect(answer).toMatchObject({ left: { _tag: 'Misused' } })
    expect(E.isLeft(answer) && answer.left.reason).toContain(name)
  })

  it.each([
    ['nothing', undefined, 'store'],
    ['no port', {}, 'store'],
    ['no directory', { ...ports(), directory: undefined }, 'directory'],
    ['a name that is nearly one', { ...ports(), checkproofs: true }, 'write `checkProofs`'],
  ])('refuses %s', async (_what, options, named) => {
    expect(await openEngine(options as never)()).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringContaining(named) as string },
    })
  })

  it('gives the same secrets to all engines of one directory', async () => {
    const on = ports()
    const [one, other] = [await opened(on), await opened(on)]
    got(await other.awaitView(await given(one, open))())
  })
})
