import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { got, law, refused } from '../law.ts'
import { newId } from '../record.ts'
import { at, claimed, idsOf, newCohort, newNotice, put, settledAs, shown } from './notice.ts'

const parked: Port.Outcome = { _tag: 'Parked', because: 'refused for ever' }
const later: Port.Outcome = { _tag: 'Later', due: at(30) }
const done: Port.Outcome = { _tag: 'Done' }

const becomes = law<Port.Outbox>(
  'what is done goes no more, what goes later goes then, and what is parked when somebody says so',
  async ({ adapter }) => {
    const names = ['done', 'later', 'parked'] as const
    const notices = names.map((name) => newNotice({ id: `${name}-${newId()}` }))
    await put(adapter, newCohort(), ...notices)
    const [one, two, three] = await claimed(adapter, 0, 5)
    assert.ok(one !== undefined && two !== undefined && three !== undefined)
    const said = [done, later, parked].map((as, n) => {
      const { id, fence } = [one, two, three][n] ?? one
      return { id, fence, as }
    })
    assert.deepEqual(await got(adapter.settle(said)), [])
    assert.deepEqual(await shown(adapter), [{ ...two, due: at(30) }])
    assert.deepEqual(await shown(adapter, { parked: true }), [
      { ...three, parked: 'refused for ever' },
    ])
    assert.deepEqual(await claimed(adapter, 29), [])
    assert.deepEqual(idsOf(await claimed(adapter, 30, 50)), [two.id])
    await got(adapter.retry([one.id, two.id, three.id, newId()], at(31)))
    assert.deepEqual(await shown(adapter, { parked: true }), [])
    assert.deepEqual(await claimed(adapter, 30), [])
    assert.deepEqual(
      (await claimed(adapter, 31)).map(({ id, fence }) => [id, fence]),
      [[three.id, 3]],
    )
  },
)

const outdated = law<Port.Outbox>(
  'whoever held it before says nothing of it any more, and is told so',
  async ({ adapter, beside }) => {
    const notice = newNotice()
    await put(adapter, newCohort(), notice)
    const [first] = await claimed(adapter, 0, 5)
    assert.ok(first !== undefined)
    const [second] = await claimed(await beside(), 5, 10)
    assert.ok(second !== undefined)
    const before = await shown(adapter)
    for (const as of [done, later, parked]) {
      assert.deepEqual(await settledAs(adapter, as, [first]), [notice.id], as._tag)
      assert.deepEqual(await settledAs(adapter, as, [{ ...second, fence: 3 }]), [notice.id])
      assert.deepEqual(await shown(adapter), before, as._tag)
    }
    assert.deepEqual(await settledAs(adapter, done, [second]), [])
    for (const as of [done, later, parked])
      assert.deepEqual(await settledAs(adapter, as, [first]), [notice.id], 'after it is done')
    assert.deepEqual([await shown(adapter), await shown(adapter, { parked: true })], [[], []])
  },
)

const repeated = law<Port.Outbox>(
  'the same said again counts again, and changes nothing more',
  async ({ adapter }) => {
    for (const as of [later, parked, done]) {
      await put(adapter, newCohort(), newNotice())
      const held = await claimed(adapter, 0, 5)
      assert.equal(held.length, 1)
      assert.deepEqual(await settledAs(adapter, as, held), [])
      const all = async () => [await shown(adapter), await shown(adapter, { parked: true })]
      const after = await all()
      assert.deepEqual(await settledAs(adapter, as, held), [], as._tag)
      assert.deepEqual(await all(), after, as._tag)
    }
    await put(adapter, newCohort(), newNotice())
    const stopped = await claimed(adapter, 0, 5)
    await settledAs(adapter, parked, stopped)
    await got(adapter.retry(idsOf(stopped), at(50)))
    assert.deepEqual(await settledAs(adapter, parked, stopped), idsOf(stopped), 'it goes again')
    const [held] = await claimed(adapter, 30, 40)
    assert.ok(held !== undefined)
    const of = { id: held.id, fence: held.fence }
    const both = [
      { ...of, as: later },
      { ...of, as: done },
    ]
    assert.deepEqual(await got(adapter.settle(both)), [], 'in one call, the later counts')
    assert.deepEqual(idsOf(await shown(adapter)), idsOf(stopped))
    const strange = [newId(), newId()].map((id) => ({ id, fence: 1, as: done }))
    assert.deepEqual(await got(adapter.settle(strange)), idsOf(strange), 'nobody knows them')
  },
)

const senseless = law<Port.Outbox>(
  'a settlement of no claim, or until what is no instant, is Misused and changes nothing',
  async ({ adapter }) => {
    await put(adapter, newCohort(), newNotice(), newNotice())
    const [one, two] = await claimed(adapter, 0, 5)
    assert.ok(one !== undefined && two !== undefined)
    const before = await shown(adapter)
    const { id } = two
    const never = { _tag: 'Later', due: 'never' as Values.Instant } as const
    const wrong = [
      ...[0, -1, 0.5, NaN].map((fence) => ({ id, fence, as: done })),
      { id, fence: 1, as: never },
      { id, fence: 1, as: { _tag: 'Parked', because: 'a'.repeat(501) } as const },
      { id, fence: 1, as: { _tag: 'Parked' } as unknown as Port.Outcome },
      { id, fence: 1, as: { _tag: 'Gone' } as unknown as Port.Outcome },
    ]
    for (const last of wrong) {
      const said = [{ id: one.id, fence: 1, as: done }, last]
      await refused(adapter.settle(said), 'Misused', JSON.stringify(last))
      assert.deepEqual(await shown(adapter), before)
    }
    await refused(adapter.retry([id], 'never' as Values.Instant), 'Misused')
    await refused(adapter.sweep('never' as Values.Instant), 'Misused')
  },
)

/** What becomes of what was claimed. */
export const settleLaws = [becomes, outdated, repeated, senseless]
