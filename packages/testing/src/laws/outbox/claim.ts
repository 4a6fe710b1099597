import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import {
  at,
  claimed,
  idsOf,
  newCohort,
  newNotice,
  put,
  settledAs,
  shown,
  sorted,
} from './notice.ts'

const inOrder = law<Port.Outbox>(
  'what is due is claimed in the order of its being due, then of its ids, at most so many at once',
  async ({ adapter }) => {
    const notices = range(0, 11).map((n) => newNotice({ due: at(Math.floor(n / 3)) }))
    await put(adapter, newCohort(), ...[...notices].reverse())
    const due = (before: number) => {
      const order = notices
        .filter((notice) => notice.due <= at(before))
        .sort((a, b) => (a.due + a.id < b.due + b.id ? -1 : 1))
      return idsOf(order)
    }
    const first = await claimed(adapter, 2, 10, 4)
    const then = await claimed(adapter, 2, 10, 100)
    assert.deepEqual(idsOf(first), due(2).slice(0, 4))
    assert.deepEqual(idsOf(then), due(2).slice(4))
    assert.deepEqual(idsOf(await claimed(adapter, 3)), due(3).slice(due(2).length))
    for (const one of [...first, ...then]) assert.equal(one.fence, 1)
    for (const one of [...first, ...then]) assert.equal(one.due, at(10), 'when its claim ends')
  },
)

const alone = law<Port.Outbox>(
  'what is claimed is nobody else’s until then, and after that it is claimed anew',
  async ({ adapter, beside }) => {
    const another = await beside()
    const [one, two] = [newNotice(), newNotice({ due: at(1) })]
    await put(adapter, newCohort(), one, two)
    assert.deepEqual(idsOf(await claimed(adapter, 0, 5)), [one.id])
    assert.deepEqual(idsOf(await claimed(another, 4, 6)), [two.id])
    const again = await claimed(another, 5, 9)
    assert.deepEqual(
      again.map(({ id, fence }) => [id, fence]),
      [[one.id, 2]],
    )
    assert.deepEqual(
      (await shown(adapter)).find(({ id }) => id === one.id),
      again[0],
    )
  },
)

const divided = law<Port.Outbox>(
  'of many who claim at the same time no two get the same, and all of it is claimed',
  async ({ adapter, beside }) => {
    const outboxes = [adapter, await beside(), await beside()]
    const notices = range(1, 60).map(() => newNotice())
    await put(adapter, newCohort(), ...notices)
    const claims = await Promise.all(
      range(1, 30).map((n) => claimed(outboxes[n % 3] ?? adapter, 0, 5, 3)),
    )
    const rest = await claimed(adapter, 0, 5)
    const ids = [...claims.flat(), ...rest].map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, 'one is claimed twice')
    assert.deepEqual(sorted(ids), sorted(idsOf(notices)))
  },
)

const foretold = law<Port.Outbox>(
  'a claim says when there is something again: what is due, or whose claim ends',
  async ({ adapter }) => {
    const nextAt = async (now: number, until: number, limit = 10) =>
      (await got(adapter.claim({ now: at(now), until: at(until), limit }))).next
    await put(adapter, newCohort(), newNotice(), newNotice(), newNotice({ due: at(7) }))
    assert.equal(await nextAt(0, 5, 1), at(0), 'there is more')
    assert.equal(await nextAt(0, 6, 1), at(5), 'a claim ends')
    const held = await claimed(adapter, 6, 9)
    assert.equal(await nextAt(6, 20), at(7))
    await settledAs(adapter, { _tag: 'Parked', because: 'refused' }, held.slice(1))
    await settledAs(adapter, { _tag: 'Later', due: at(8) }, held.slice(0, 1))
    const last = await claimed(adapter, 8, 40)
    await settledAs(adapter, { _tag: 'Done' }, last)
    assert.equal(await nextAt(8, 20), undefined, 'what is done or parked')
  },
)

const senseless = law<Port.Outbox>(
  'a claim without room or end, and what is no instant, are Misused',
  async ({ adapter }) => {
    await put(adapter, newCohort(), newNotice())
    const asked = { now: at(0), until: at(1), limit: 1 }
    const wrong: ReadonlyArray<Partial<Port.ClaimAsked>> = [
      ...[0, -1, 0.5, NaN].map((limit) => ({ limit })),
      ...[at(0), at(-1), '2026-03-02' as Values.Instant].map((until) => ({ until })),
      { now: 'now' as Values.Instant },
    ]
    for (const one of wrong)
      await refused(adapter.claim({ ...asked, ...one }), 'Misused', JSON.stringify(one))
    assert.equal((await shown(adapter))[0]?.fence, 0)
  },
)

/** How notices are claimed. */
export const claimLaws = [inOrder, alone, divided, foretold, senseless]
