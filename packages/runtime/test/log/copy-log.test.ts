import { Port, Stored, type Values } from '@reverse-mentoring/core'
import { copyLog, sha256, type CopyProgress } from '@reverse-mentoring/runtime'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { arbitraryHistory, faultyEventStore, newFaults } from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const patience = { tries: 12, first: 0, most: 0 }

const recordOf = (n: number): Stored.NewRecord => ({
  id: crypto.randomUUID() as Values.Uuid,
  type: 'SessionHeld',
  schema: 1,
  data: { n },
  meta: { command: crypto.randomUUID() as Values.Uuid },
})

/** Appends so many batches in turns to three streams; their records are chained by proofs. */
const grown = async (store: Port.EventStore, batches: number, from = 0): Promise<void> => {
  const proofOf = Stored.proofOf(sha256)
  const heads = new Map<string, { readonly revision: number; readonly proof?: Values.Digest }>()
  for (let n = 0; n < batches; n += 1) {
    const stream = `cohort-${String((n * n) % 3)}`
    let head = heads.get(stream) ?? { revision: 0 }
    const records = Array.from({ length: 1 + (n % 3) }, (_, i) => {
      const record = recordOf(n * 10 + i)
      const proof = proofOf(head, { ...record, stream, revision: head.revision + 1 })
      head = { revision: head.revision + 1, proof }
      return { ...record, meta: { ...record.meta, proof } }
    })
    const expected = heads.get(stream)?.revision ?? 0
    if (n >= from) {
      const answer = await store.append(stream, expected, records as never)()
      if (E.isLeft(answer)) throw new Error(answer.left._tag)
    }
    heads.set(stream, head)
  }
}

/** Everything of a log but its own checkpoints and instants. */
const logOf = async (store: Port.EventStore) => {
  const page = await store.readLog({ limit: 100_000 })()
  if (E.isLeft(page)) throw new Error(page.left.reason)
  return page.right.records.map(({ checkpoint: _, recordedAt: __, ...record }) => record)
}

const sqlite = async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'copy-')), 'log.sqlite')
  const opened = await sqliteEventStore({ file, synchronous: 'NORMAL' })()
  if (E.isLeft(opened)) throw new Error(opened.left.reason)
  return opened.right
}

describe('A copy of a log', () => {
  test('is the same log, in the same order', async () => {
    const [from, to] = [memoryEventStore(), await sqlite()]
    await grown(from, 900)
    const steps: Array<CopyProgress> = []
    const copied = await copyLog(from, to, { onProgress: (one) => steps.push(one) })()
    expect(await logOf(to)).toEqual(await logOf(from))
    const records = (await logOf(from)).length
    expect(copied).toMatchObject(E.right({ records, streams: 2 }))
    expect(steps.map(({ step, records: n }) => [step, n])).toEqual([
      ['copied', 1000],
      ['copied', records],
      ['checked', 1000],
      ['checked', records],
    ])
    const back = memoryEventStore()
    const again = await copyLog(to, back)()
    const digest = E.isRight(copied) ? copied.right.digest : ''
    expect(again).toMatchObject(E.right({ digest }))
    await to.close()
  })

  test('goes on where an earlier one ended, and writes nothing twice from the beginning either', async () => {
    const [from, to] = [memoryEventStore(), memoryEventStore()]
    await grown(from, 700)
    const ending = new AbortController()
    const onProgress = () => ending.abort()
    const ended = await copyLog(from, to, { signal: ending.signal, onProgress })()
    expect(ended).toMatchObject(E.left({ _tag: 'Cancelled' }))
    expect(await logOf(to)).toHaveLength(1000)
    const next = E.isLeft(ended) ? ended.left.next : undefined
    const rest = await copyLog(from, to, { ...(next !== undefined && { after: next }) })()
    expect(rest).toMatchObject(E.right({ records: (await logOf(from)).length - 1000 }))
    expect(await logOf(to)).toEqual(await logOf(from))
    expect(E.isRight(await copyLog(from, to)())).toBe(true)
    expect(await logOf(to)).toEqual(await logOf(from))
  })

  test('is whole whatever the stores lose on the way, over any history', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory(), fc.nat(), async (history, seed) => {
        const rates = { lost: 0.1, unanswered: 0.1, thrown: 0.05, silent: 0.02 }
        const faults = newFaults({ seed, rates })
        const [from, to] = [memoryEventStore(), memoryEventStore()]
        for (const [i, event] of history.entries()) {
          const data = JSON.parse(JSON.stringify(event)) as Stored.JsonObject
          await from.append('cohort-1', i, [{ ...recordOf(i), data }])()
        }
        const copied = await copyLog(faultyEventStore(from, faults), faultyEventStore(to, faults), {
          patience,
          deadline: 50,
        })()
        if (E.isLeft(copied)) expect(copied.left._tag).toBe('Unavailable')
        else expect(await logOf(to)).toEqual(await logOf(from))
      }),
      { numRuns: 20 },
    )
  })
})

describe('What is no copy', () => {
  test('is a store that holds another log', async () => {
    const [from, to] = [memoryEventStore(), memoryEventStore()]
    await grown(from, 20)
    await to.append('cohort-1', 0, [recordOf(1)])()
    expect(await copyLog(from, to)()).toMatchObject(
      E.left({ _tag: 'Diverged', stream: 'cohort-1', revision: 1 }),
    )
  })

  test('is one to which somebody has written since, from the record on that differs', async () => {
    const [from, to] = [memoryEventStore(), memoryEventStore()]
    const shared = [recordOf(1), recordOf(2), recordOf(3)] as const
    for (const store of [from, to]) {
      await store.append('cohort-1', 0, shared)()
      await store.append('cohort-1', 3, [recordOf(4), recordOf(5)])()
    }
    expect(await copyLog(from, to)()).toMatchObject(E.left({ _tag: 'Diverged', revision: 4 }))
  })

  test('is one that holds more than the log: a stream of another one, or a record more', async () => {
    const [from, other, longer] = [memoryEventStore(), memoryEventStore(), memoryEventStore()]
    await grown(from, 20)
    await other.append('cohort-of-another', 0, [recordOf(1)])()
    expect(await copyLog(from, other)()).toMatchObject(
      E.left({ _tag: 'Diverged', stream: 'cohort-of-another', revision: 1 }),
    )
    expect(await copyLog(from, longer)()).toMatchObject({ _tag: 'Right' })
    const stands = (await logOf(longer)).filter(({ stream }) => stream === 'cohort-1').length
    await longer.append('cohort-1', stands, [recordOf(1)])()
    expect(await copyLog(from, longer)()).toMatchObject(
      E.left({ _tag: 'Diverged', stream: 'cohort-1', revision: stands + 1 }),
    )
  })

  test('is what a store makes of it that alters a record', async () => {
    const [from, to] = [memoryEventStore(), memoryEventStore()]
    await grown(from, 20)
    const altering: Port.EventStore = {
      ...to,
      append: (stream, expected, [first, ...others]) =>
        to.append(stream, expected, [{ ...first, data: { n: 0 } }, ...others]),
    }
    expect(await copyLog(from, altering)()).toMatchObject(E.left({ _tag: 'Unlike' }))
  })

  test('is one of a log in which a record was altered; nothing after it is copied', async () => {
    const [from, to] = [memoryEventStore(), memoryEventStore()]
    await grown(from, 20)
    const altered: Port.EventStore = {
      ...from,
      readLog: (page) => async () => {
        const read = await from.readLog(page)()
        if (E.isLeft(read)) return read
        const records = read.right.records.map((record) =>
          record.stream === 'cohort-1' && record.revision === 4
            ? { ...record, data: { n: 77 } }
            : record,
        )
        return E.right({ ...read.right, records })
      },
    }
    expect(await copyLog(altered, to)()).toMatchObject(
      E.left({ _tag: 'Damaged', stream: 'cohort-1', revision: 4 }),
    )
  })

  test('is one that a batch is too large for, which goes record by record; and one record that is', async () => {
    const from = memoryEventStore()
    await grown(from, 30)
    const single = memoryEventStore({ limit: 1 })
    expect(E.isRight(await copyLog(from, single)())).toBe(true)
    expect(await logOf(single)).toEqual(await logOf(from))
    const none: Port.EventStore = {
      ...memoryEventStore(),
      append: () => () => Promise.resolve(E.left(Port.tooLarge(10, 'bytes'))),
    }
    expect(await copyLog(from, none)()).toMatchObject(E.left({ _tag: 'TooLarge' }))
  })
})
