import type { Port, Stored } from '@reverse-mentoring/core'
import { proofCheck } from '@reverse-mentoring/audit'
import { sha256 } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { audit } from '../src/audit/audit.ts'
import { isKept } from '../src/audit/counts.ts'
import { wholeLog } from '../src/audit/reading.ts'
import { keptOf } from '../src/fault/heads.ts'
import { afterTear } from '../src/fault/torn.ts'
import { newPlace, withPorts } from '../src/fault/under-load.ts'
import { life, newPorts } from './life.ts'

const nothingWrong = { lost: 0, doubled: 0, gaps: 0, wrongRows: 0, places: [] }

/** A store that does something else every third time. */
const everyThird = (store: Port.EventStore, append: Port.EventStore['append']): Port.EventStore => {
  let times = 0
  return {
    ...store,
    append: (...given) => {
      times += 1
      return times % 3 === 0 ? append(...given) : store.append(...given)
    },
  }
}

/** The row with its first number one higher; nothing where it has none. */
const offByOne = (row: object): object | undefined => {
  const [name, value] = Object.entries(row).find(([, one]) => typeof one === 'number') ?? []
  return name === undefined ? undefined : { ...row, [name]: Number(value) + 1 }
}

/** Writes one row of all as another one. */
const oneRowOff = (viewStore: Port.ViewStore): Port.ViewStore => {
  let isDone = false
  return {
    ...viewStore,
    commit: (commit) =>
      viewStore.commit({
        ...commit,
        changes: commit.changes.map((change) => ({
          ...change,
          rows: change.rows.map(([place, key, row]) => {
            const off = isDone || row === undefined ? undefined : offByOne(row)
            isDone ||= off !== undefined
            return [place, key, off ?? row] as const
          }),
        })),
      }),
  }
}

/** Shows a log without some of its records. */
const without = (
  store: Port.EventStore,
  isHidden: (record: Stored.StoredRecord) => boolean,
): Port.EventStore => {
  const shown = <P extends Port.StreamPage>(page: P): P => ({
    ...page,
    records: page.records.filter((record) => !isHidden(record)),
  })
  return {
    ...store,
    readLog: (asked) => async () =>
      E.map((page: Port.LogPage) => shown(page))(await store.readLog(asked)()),
    readStream: (stream, asked) => async () =>
      E.map((page: Port.StreamPage) => shown(page))(await store.readStream(stream, asked)()),
  }
}

describe('What a fault left is looked at', () => {
  it('and nothing is wrong where nothing was planted, also when everything is asked again', async () => {
    const ports = await newPorts()
    const acknowledged = await life(ports)
    expect(acknowledged).toHaveLength(40)
    expect(await life(ports)).toEqual(acknowledged)
    expect(await audit(ports, { acknowledged })).toEqual({ ...nothingWrong, acknowledged: 40 })
  })

  it('a store that acknowledges what it has not written has lost it', async () => {
    const ports = await newPorts()
    const early = everyThird(
      ports.store,
      (_stream, expected, records) => () =>
        Promise.resolve(E.right({ revision: expected + records.length })),
    )
    const acknowledged = await life({ ...ports, store: early })
    const { lost, doubled } = await audit(ports, { acknowledged })
    expect([lost > 0, doubled]).toEqual([true, 0])
  })

  it('a record that stands there twice is doubled, under another id too', async () => {
    const ports = await newPorts()
    const { store } = ports
    const twice = everyThird(store, (stream, expected, records, after) => async () => {
      const answer = await store.append(stream, expected, records, after)()
      const [first, ...others] = records.map((record) => ({ ...record, id: randomUUID() as never }))
      if (E.isRight(answer) && first !== undefined)
        await store.append(stream, answer.right.revision, [first, ...others])()
      return answer
    })
    const acknowledged = await life({ ...ports, store: twice })
    const { lost, doubled } = await audit(ports, { acknowledged })
    expect([lost, doubled > 0]).toEqual([0, true])
  })

  it('a row of a view that is off by one is a wrong row', async () => {
    const ports = await newPorts()
    const acknowledged = await life({ ...ports, viewStore: oneRowOff(ports.viewStore) })
    const found = await audit(ports, { acknowledged })
    expect(found).toEqual({ ...nothingWrong, acknowledged: 40, wrongRows: 1 })
  })

  it('a revision that is missing is a gap', async () => {
    const ports = await newPorts()
    const acknowledged = await life(ports)
    const store = without(ports.store, ({ revision }) => revision === 4)
    const { gaps } = await audit(
      { ...ports, store, viewStore: (await newPorts()).viewStore },
      {
        acknowledged,
      },
    )
    expect(gaps).toBeGreaterThan(0)
  })

  it('a log that is silently shorter has lost its end, unless heads that were kept name it', async () => {
    const ports = await newPorts()
    const acknowledged = await life(ports)
    const { records } = await wholeLog(ports.store)
    const check = proofCheck(sha256)
    check.take({ records })
    const last = records.at(-1)
    const store = without(ports.store, ({ id }) => id === last?.id)
    const shorter = { ...(await newPorts()), store }
    const silent = await audit(shorter, { acknowledged })
    expect(silent).toMatchObject({ lost: 1, gaps: 0, places: [] })
    const told = await audit(shorter, { acknowledged, heads: check.heads() })
    expect(told).toMatchObject({ lost: 0, gaps: 0 })
    expect(told.places).toEqual([
      { stream: last?.stream, revision: last?.revision, why: 'missing' },
    ])
  })
})

describe('A log on a disk in whose place an older one is put', () => {
  const scene = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faults-test-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const [files, older] = [join(folder, 'files'), join(folder, 'older')]
    await cp(await mkdtemp(join(folder, 'new-')), files, { recursive: true })
    const address = await newPlace(pathToFileURL(`${files}/`).href)
    const first = await withPorts(address, (ports) => life(ports, { rounds: 4 }))
    await cp(files, older, { recursive: true })
    const then = await withPorts(address, (ports) => life(ports, { from: 5, rounds: 4 }))
    const kept = await keptOf(address)
    await rm(files, { recursive: true })
    await cp(older, files, { recursive: true })
    return { address, kept, acknowledged: [...first, ...then] }
  }

  it('is named by the heads that were kept', async () => {
    const { address, kept, acknowledged } = await scene()
    const counts = await afterTear(address, kept, acknowledged)
    expect(counts).toMatchObject({ acknowledged: 40, lost: 0, damaged: 1, named: 1 })
    expect(isKept(counts)).toBe(true)
  })

  it('is not noticed where none were, and that is no survival', async () => {
    const { address, kept, acknowledged } = await scene()
    const counts = await afterTear(address, { ...kept, heads: new Map() }, acknowledged)
    expect(counts).toMatchObject({ acknowledged: 40, lost: 20, damaged: 1, named: 0 })
    expect(isKept(counts)).toBe(false)
  })
})
