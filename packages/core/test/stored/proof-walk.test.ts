import { Stored, type Values } from '@reverse-mentoring/core'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const sha256: Stored.Sha256 = (text) =>
  createHash('sha256').update(text).digest('hex') as Values.Digest

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Values.Uuid

const bare = (revision: number): Stored.Provable => ({
  ...{ stream: 'cohort-a', revision, id: uuid(revision), type: 'Amended', schema: 1 },
  data: { at: '2026-03-01T10:00:00.000Z', seats: revision },
  meta: { command: uuid(100 + revision) },
})

/** Six records, of which the first ones are older than proofs. */
const stream = (older: number): ReadonlyArray<Stored.Provable> => {
  let proved = Stored.nothingProved
  return [1, 2, 3, 4, 5, 6].map((revision) => {
    const record = bare(revision)
    const proof = Stored.proofOf(sha256)(proved, record)
    proved = { proof, isWritten: true }
    return revision <= older ? record : { ...record, meta: { ...record.meta, proof } }
  })
}

const other = (record: Stored.Provable): Stored.Provable => ({ ...record, data: { seats: 99 } })

/** Walks records, `undefined` being one that cannot be read. */
const walk = (records: ReadonlyArray<Stored.Provable | undefined>, kept?: Stored.Head) => {
  const told: Array<string> = []
  let walked = Stored.nothingWalked
  for (const [i, record] of records.entries()) {
    const step =
      record === undefined
        ? Stored.walkPast(walked, { stream: 'cohort-a', revision: i + 1 })
        : Stored.walkOn(sha256)(walked, record, kept)
    walked = step.walked
    told.push(...step.unproved.map(({ revision, why }) => `${String(revision)} ${why}`))
  }
  const cut = kept === undefined ? [] : Stored.cutOff('cohort-a', walked, kept)
  return { walked, told: [...told, ...cut.map(({ revision }) => `${String(revision)} cut`)] }
}

/** The same, with the record of a revision changed. */
const changed = (
  older: number,
  at: number,
  change: (record: Stored.Provable) => Stored.Provable | undefined,
) => stream(older).map((record) => (record.revision === at ? change(record) : record))

describe.each([0, 3, 6])(
  'a walk along a stream of which %i records are older than proofs',
  (older) => {
    const whole = walk(stream(older)).walked
    const kept = { revision: 6, proof: whole.proof ?? '' }

    it('finds nothing in what was written', () => {
      expect(walk(stream(older), kept)).toEqual({ walked: whole, told: [] })
      expect(whole.isLost).toBe(false)
    })

    it('tells once of what cannot be read, and goes on behind it', () => {
      for (const at of [1, 2, 4, 5])
        expect(
          walk(
            changed(older, at, () => undefined),
            kept,
          ).told,
        ).toEqual([`${String(at)} damaged`])
      const last = walk(
        changed(older, 6, () => undefined),
        kept,
      )
      expect([last.told, last.walked.isLost]).toEqual([['6 damaged'], true])
      const two = stream(older).map((record) =>
        [2, 3].includes(record.revision) ? undefined : record,
      )
      expect(walk(two, kept).told).toEqual(['2 damaged', '3 damaged'])
    })

    it('tells once of what is missing', () => {
      for (const at of [1, 3, 5])
        expect(
          walk(
            stream(older).filter(({ revision }) => revision !== at),
            kept,
          ).told,
        ).toEqual([`${String(at)} missing`])
      expect(walk(stream(older).slice(0, 4), kept).told).toEqual(['5 cut'])
    })

    it('tells of another one, by the next proof that is written or the head that was kept', () => {
      const first = Math.min(older + 1, 6)
      expect(walk(changed(older, 1, other), kept).told).toEqual([`${String(first)} altered`])
      expect(walk(changed(older, 6, other), kept).told).toEqual(['6 altered'])
    })
  },
)

it('What is altered behind what cannot be read is told as well', () => {
  const records = changed(0, 2, () => undefined).map((record) =>
    record?.revision === 4 ? other(record) : record,
  )
  expect(walk(records).told).toEqual(['2 damaged', '4 altered'])
})

it('A record that has lost its proof behind what cannot be read is told as well', () => {
  const records = changed(0, 2, () => undefined).map((record) =>
    record?.revision === 3 ? bare(3) : record,
  )
  expect(walk(records).told).toEqual(['2 damaged', '3 unwritten'])
})
