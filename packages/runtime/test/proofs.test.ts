import { proofCheck } from '@reverse-mentoring/audit'
import type { Port, Stored } from '@reverse-mentoring/core'
import { sha256 } from '@reverse-mentoring/runtime'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  amend,
  close,
  cohort,
  consent,
  enrol,
  given,
  got,
  handleAll,
  log,
  open,
  opened,
  ports,
  propose,
  stream,
  tags,
} from './scene.ts'

const life = [open, enrol(1), enrol(2), enrol(3), propose(1, 2), consent(2, 1, 3)]

const checked = (records: ReadonlyArray<Stored.StoredRecord>, kept?: Stored.Heads) => {
  const check = proofCheck(sha256, kept)
  check.take({ records })
  return check
}

/** A store whose stream reads as it is told. */
const reading = (
  inner: Port.EventStore,
  change: (record: Stored.StoredRecord) => Stored.StoredRecord,
): Port.EventStore => ({
  ...inner,
  readStream: (name, page) => async () =>
    E.map((found: Port.StreamPage) => ({ ...found, records: found.records.map(change) }))(
      await inner.readStream(name, page)(),
    ),
})

const withoutProof = (record: Stored.StoredRecord): Stored.StoredRecord => {
  const { proof: _proof, ...meta } = record.meta
  return { ...record, meta }
}

/** A bit of the third record: an enrolment with one place more. */
const altered = (record: Stored.StoredRecord): Stored.StoredRecord =>
  record.revision === 3 ? { ...record, data: { ...record.data, capacity: 2 } } : record

describe('the proofs of a cohort', () => {
  it('hold, whoever wrote at the same time, cold or warm', async () => {
    const on = ports()
    const engines = [await opened(on), await opened(on)] as const
    await given(engines[0], ...life)
    await Promise.all(
      [7, 9, 11, 13].map((n) =>
        handleAll(engines[n % 2 === 0 ? 0 : 1], [enrol(n), amend(n, 2, 5)]),
      ),
    )
    await handleAll(engines[0], [amend(1, 3, 5), amend(1, 4, 6)])
    await handleAll(engines[1], [close(9)])
    const records = await log(on.store)
    expect(records.length).toBeGreaterThan(12)
    expect(records.every(({ meta }) => meta.proof !== undefined)).toBe(true)
    expect(checked(records).unproved()).toEqual([])
  })

  it('begin after older records without one, and cover them', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const older = (await log(on.store)).map(withoutProof)
    const store = memoryEventStore()
    const [first, ...others] = older
    if (first !== undefined) await store.append(stream, 0, [first, ...others])()
    await given(await opened({ store }), amend(1, 2, 5), close(9))
    const records = await log(store)
    expect(records.map(({ meta }) => meta.proof !== undefined)).toEqual([
      ...older.map(() => false),
      ...[true, true],
    ])
    expect(checked(records).unproved()).toEqual([])
    const { unproved } = checked(records.map(altered))
    expect(unproved()).toEqual([{ stream, revision: older.length + 1, why: 'altered' }])
  })

  it('of older records are computed once something is appended, and only then', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const [first, ...others] = (await log(on.store)).map(withoutProof)
    const inner = memoryEventStore()
    if (first !== undefined) await inner.append(stream, 0, [first, ...others])()
    let read = 0
    const store: Port.EventStore = {
      ...inner,
      readStream: (name, page) => async () => {
        const answer = await inner.readStream(name, page)()
        read += E.isRight(answer) ? answer.right.records.length : 0
        return answer
      },
    }
    const engine = await opened({ store })
    got(await engine.load(cohort)())
    read = 0
    // A refusal, and a repeat: each reads the last record once more.
    const again = [enrol(2), open]
    for (const command of again) tags(await handleAll(engine, [command]))
    expect(read).toBe(again.length)
    await given(engine, amend(1, 2, 5))
    expect(read).toBe(again.length + life.length)
    await given(engine, amend(1, 3, 6))
    expect(read).toBe(again.length + life.length)
  })

  it('are computed over no hole', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const [first, ...others] = (await log(on.store)).map(withoutProof)
    const inner = memoryEventStore()
    if (first !== undefined) await inner.append(stream, 0, [first, ...others])()
    let isDamaged = false
    const store: Port.EventStore = {
      ...inner,
      readStream: (name, page) => async () =>
        E.map((found: Port.StreamPage): Port.StreamPage => {
          const isHere = isDamaged && page.after < 3
          const records = found.records.filter(({ revision }) => revision < 3)
          const damaged = { stream, revision: 3, checkpoint: 'x' }
          return isHere ? { records, more: true, damaged } : found
        })(await inner.readStream(name, page)()),
    }
    const engine = await opened({ store })
    got(await engine.load(cohort)())
    isDamaged = true
    expect(await engine.handle(amend(1, 2, 5))()).toMatchObject({
      left: { _tag: 'Unreadable', revision: 3, because: { _tag: 'Damage' } },
    })
    expect(await log(inner)).toHaveLength(life.length)
  })

  it('are checked on loading where that is asked for: nothing is decided on what was altered', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const store = reading(on.store, altered)
    const told: Array<string> = []
    const [trusting, checking] = [
      await opened({ ...on, store }),
      await opened({
        ...on,
        store,
        checkProofs: true,
        onParked: ({ because }) => void told.push(because),
      }),
    ]
    expect(
      tags([await checking.load(cohort)(), ...(await handleAll(checking, [close(9)]))]),
    ).toEqual(['Unreadable', 'Unreadable'])
    expect(await checking.load(cohort)()).toMatchObject({
      left: { revision: 3, because: { _tag: 'Altered' } },
    })
    got(await checking.catchUp())
    expect(new Set(told)).toEqual(
      new Set([expect.stringContaining('its proof does not hold')]) as never,
    )
    expect(tags([await trusting.load(cohort)()])).toEqual(['ok'])
  })

  it('show a tail that was cut off, and a history written anew, against heads that were kept', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const records = await log(on.store)
    const heads = checked(records).heads()
    expect(heads.get(stream)?.revision).toBe(records.length)
    expect(checked(records, heads).unproved()).toEqual([])
    expect(checked(records.slice(0, -1)).unproved()).toEqual([])
    expect(checked(records.slice(0, -1), heads).unproved()).toEqual([
      { stream, revision: records.length, why: 'missing' },
    ])
    const other = ports()
    await given(await opened(other), ...life.slice(0, -2), enrol(5), enrol(7))
    expect(checked(await log(other.store)).unproved()).toEqual([])
    expect(checked(await log(other.store), heads).unproved()).toEqual([
      { stream, revision: records.length, why: 'altered' },
    ])
  })

  it('name each record that is missing, altered, or has lost its proof', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const records = await log(on.store)
    const whys = (changed: ReadonlyArray<Stored.StoredRecord>) =>
      checked(changed)
        .unproved()
        .map(({ revision, why }) => `${String(revision)} ${why}`)
    expect(whys(records.map(altered))).toEqual(['3 altered'])
    expect(whys(records.filter(({ revision }) => revision !== 4))).toEqual(['4 missing'])
    const one = records.map((record) => (record.revision === 5 ? withoutProof(record) : record))
    expect(whys(one)).toEqual(['5 unwritten'])
  })

  it('tell of the last record that it cannot be read, where a page says so', async () => {
    const on = ports()
    await given(await opened(on), ...life)
    const records = await log(on.store)
    const [last] = records.slice(-1)
    if (last === undefined) throw new Error('nothing was written')
    const whole = checked(records)
    const check = proofCheck(sha256, whole.heads())
    check.take({ records: records.slice(0, -1), damaged: last })
    expect(check.unproved()).toEqual([{ stream, revision: last.revision, why: 'damaged' }])
    expect(check.heads().size).toBe(0)
  })
})

describe('a log in a file in which bits are flipped', () => {
  const flips = 120

  it(`is never read as something else: ${String(flips)} bits, one at a time`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flips-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    const [whole, file] = [join(folder, 'whole.sqlite'), join(folder, 'flipped.sqlite')]
    const kept = got(await sqliteEventStore({ file: whole })())
    await given(await opened({ store: kept }), ...life, amend(1, 2, 5), close(9))
    const written = await log(kept)
    await kept.close()
    const bytes = readFileSync(whole)
    const heads = checked(written).heads()
    // What is written, in the records or about them.
    const used = [...bytes.keys()].filter((at) => bytes[at] !== 0)
    let noticed = 0
    for (let n = 0; n < flips; n += 1) {
      const flipped = Buffer.from(bytes)
      const at = used[Math.floor((used.length * (n + 0.5)) / flips)] ?? 0
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8))
      rmSync(`${file}-wal`, { force: true })
      rmSync(`${file}-shm`, { force: true })
      writeFileSync(file, flipped)
      const store = await sqliteEventStore({ file })()
      if (E.isLeft(store)) {
        noticed += 1
        continue
      }
      const page = await store.right.readStream(stream, { after: 0, limit: 10_000 })()
      await store.right.close()
      const isClean =
        E.isRight(page) &&
        page.right.damaged === undefined &&
        checked(page.right.records, heads).unproved().length === 0
      if (isClean) {
        const read = page.right.records.map(({ recordedAt: _recordedAt, ...record }) => record)
        expect(read).toEqual(written.map(({ recordedAt: _recordedAt, ...record }) => record))
      } else noticed += 1
    }
    expect(noticed).toBeGreaterThan(flips / 2)
  })
})
