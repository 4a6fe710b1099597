import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { assertMisused, got, law, range, refused } from '../law.ts'
import { deface } from '../deface.ts'
import { anyText, jsonObject } from '../json.ts'
import { newId } from '../record.ts'
import {
  at,
  claimed,
  firstChange,
  idsOf,
  newCohort,
  newNotice,
  newPerson,
  put,
  settledAs,
  shown,
  sorted,
} from './notice.ts'

const paged = law<Port.Outbox>(
  'those that wait, and those that are parked, are read in pages by their ids',
  async ({ adapter }) => {
    const notices = range(1, 9).map(() => newNotice())
    await put(adapter, newCohort(), ...notices)
    const held = await claimed(adapter, 0, 5, 4)
    await settledAs(adapter, { _tag: 'Parked', because: 'refused' }, held)
    const parkedIds = new Set(idsOf(held))
    for (const only of [{}, { parked: true as const }]) {
      const isAsked = (id: string) => ('parked' in only ? parkedIds.has(id) : !parkedIds.has(id))
      const all = sorted(idsOf(notices)).filter(isAsked)
      for (const limit of range(1, 7))
        for (const after of [undefined, ...all]) {
          const page = await got(
            adapter.notices({ ...only, limit, ...(after !== undefined && { after }) }),
          )
          const rest = all.filter((id) => after === undefined || id > after)
          assert.deepEqual(idsOf(page.notices), rest.slice(0, limit))
          assert.equal(page.more, rest.length > limit)
        }
    }
    for (const limit of [0, -1, 0.5, NaN])
      await refused(adapter.notices({ limit }), 'Misused', String(limit))
  },
)

const listed = law<Port.Outbox>(
  'headers, or those that are parked, are read in pages by their cohorts',
  async ({ adapter }) => {
    const cohorts = range(1, 6).map(newCohort)
    const parked = { revision: 2, because: 'unreadable' }
    for (const [n, cohort] of cohorts.entries()) {
      const header = { revision: 1, frame: {}, ...(n % 2 === 0 && { parked }) }
      await got(adapter.commit({ changes: [{ ...firstChange(cohort), header }] }))
    }
    for (const only of [{}, { parked: true as const }]) {
      const all = sorted(cohorts.filter((_, n) => !('parked' in only) || n % 2 === 0))
      for (const limit of range(1, 7))
        for (const after of [undefined, ...all]) {
          const asked = { ...only, limit, ...(after !== undefined && { after: after as never }) }
          const page = await got(adapter.headersOf(asked))
          const rest = all.filter((cohort) => after === undefined || cohort > after)
          assert.deepEqual(
            page.headers.map(([cohort]) => cohort),
            rest.slice(0, limit),
          )
          assert.equal(page.more, rest.length > limit)
        }
    }
  },
)

const unchanged = law<Port.Outbox>(
  'a notice comes back as it was put, whatever it holds, and is nobody else’s object',
  async ({ adapter, forAll }) => {
    await forAll(
      jsonObject,
      async (content) => {
        const expected = structuredClone(content)
        const given = newNotice({ content })
        await put(adapter, newCohort(), given)
        const [one] = await claimed(adapter, 0, 5)
        assert.deepEqual(one?.content, expected)
        const read = await shown(adapter)
        assert.deepEqual(read[0]?.content, expected)
        deface(read)
        deface(one)
        const [again] = await claimed(adapter, 5, 10)
        assert.ok(again !== undefined)
        assert.deepEqual(again.content, expected)
        await settledAs(adapter, { _tag: 'Done' }, [again])
      },
      50,
    )
    await forAll(
      anyText.filter((text) => text !== ''),
      async (text) => {
        const [cohort, id] = [newCohort(), `${text}-${newId()}`]
        await put(adapter, cohort, newNotice({ id, slot: text }))
        await put(adapter, cohort, newNotice({ replaces: [`${text} `], meets: [`${text}x`] }))
        const held = await claimed(adapter, 0, 5)
        assert.ok(idsOf(held).includes(id), 'its id, or its slot, is another one')
        await settledAs(adapter, { _tag: 'Parked', because: text }, held)
        const parked = await shown(adapter, { parked: true })
        assert.deepEqual(
          parked.map((one) => one.parked),
          held.map(() => text),
        )
        await got(adapter.retry(idsOf(held), at(0)))
        await settledAs(adapter, { _tag: 'Done' }, await claimed(adapter, 0, 5))
        assert.deepEqual(await shown(adapter), [])
      },
      50,
    )
  },
)

const forgotten = law<Port.Outbox>(
  'whoever is forgotten gets nothing of what was there, and all others get theirs',
  async ({ adapter }) => {
    const [person, other, third] = [newPerson(), newPerson(), newPerson()]
    const [cohort, elsewhere] = [newCohort(), newCohort()]
    const mine = range(1, 3).map(() => newNotice({ recipient: person }))
    const theirs = [newNotice({ recipient: other }), newNotice({ recipient: 'coordinators' })]
    await put(adapter, cohort, ...mine.slice(0, 2), newNotice({ recipient: third }), ...theirs)
    await put(adapter, elsewhere, ...mine.slice(2))
    const held = (await claimed(adapter, 0, 5)).filter(({ recipient }) => recipient === person)
    await settledAs(adapter, { _tag: 'Parked', because: 'refused' }, held.slice(0, 1))
    await got(adapter.forget([person, third, newPerson()]))
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf(theirs)))
    assert.deepEqual(await shown(adapter, { parked: true }), [])
    for (const _tag of ['Later', 'Parked'] as const)
      assert.deepEqual(
        await settledAs(adapter, { _tag, due: at(9), because: 'refused' }, held.slice(1)),
        idsOf(held.slice(1)),
        'who held it cannot bring it back',
      )
    await got(adapter.retry(idsOf(mine), at(1)))
    assert.deepEqual(idsOf(await claimed(adapter, 50)), sorted(idsOf(theirs)))
    await got(adapter.forget([]))
  },
)

const swept = law<Port.Outbox>(
  'a sweep takes away the ids of what is done and was stale before, and nothing that waits',
  async ({ adapter }) => {
    const cohort = newCohort()
    const notices = [10, 20, 30].map((stale) => newNotice({ notAfter: at(stale) }))
    const waiting = newNotice({ notAfter: at(10), due: at(9) })
    await put(adapter, cohort, ...notices, waiting)
    await settledAs(adapter, { _tag: 'Done' }, await claimed(adapter, 0, 5))
    await got(adapter.sweep(at(20)))
    assert.deepEqual(idsOf(await shown(adapter)), [waiting.id])
    await put(adapter, cohort, ...notices.map((notice) => ({ ...notice, due: at(9) })))
    const known = [waiting, ...notices.slice(0, 1)]
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf(known)))
  },
)

const durable = law<Port.Outbox>(
  'what was put, claimed and settled is so after reopening',
  async ({ adapter, reopened }) => {
    const cohort = newCohort()
    const notices = range(1, 4).map(() => newNotice())
    const changes = [firstChange(cohort, notices)]
    await got(adapter.commit({ changes, progress: { checkpoint: '7' } }))
    const held = await claimed(adapter, 0, 5, 3)
    await settledAs(adapter, { _tag: 'Done' }, held.slice(0, 1))
    await settledAs(adapter, { _tag: 'Parked', because: 'refused' }, held.slice(1, 2))
    const all = async (outbox: Port.Outbox) => [
      await shown(outbox),
      await shown(outbox, { parked: true }),
      await got(outbox.checkpoint),
      await got(outbox.headers([cohort])),
    ]
    const before = await all(adapter)
    const later = await reopened()
    assert.deepEqual(await all(later), before)
    await put(later, cohort, ...notices)
    assert.deepEqual(await shown(later), before[0])
    assert.deepEqual(await settledAs(later, { _tag: 'Done' }, held.slice(2)), [])
  },
)

const closed = law<Port.Outbox>(
  'an outbox that was closed, where it can be, is Misused',
  async ({ adapter, reopened }) => {
    await put(adapter, newCohort(), newNotice())
    await reopened()
    assertMisused(await adapter.commit({ changes: [firstChange(newCohort())] })())
    assertMisused(await adapter.claim({ now: at(0), until: at(1), limit: 1 })())
    assertMisused(await adapter.settle([{ id: newId(), fence: 1, as: { _tag: 'Done' } }])())
    assertMisused(await adapter.notices({ limit: 1 })())
    assertMisused(await adapter.forget([newPerson()])())
  },
)

const lazy = law<Port.Outbox>(
  'a call happens when it is run, and each time that it is',
  async ({ adapter }) => {
    const notice = newNotice()
    const commit = adapter.commit({ changes: [firstChange(newCohort(), [notice])] })
    const claim = adapter.claim({ now: at(0), until: at(1), limit: 9 })
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.deepEqual(await shown(adapter), [])
    await got(commit)
    await refused(commit, 'Overtaken', 'it is run again')
    assert.equal((await got(claim)).notices.length, 1)
    assert.equal((await got(claim)).notices.length, 0, 'it is run again')
    const people = [notice.recipient as Values.ParticipantId]
    const forget = adapter.forget(people)
    assert.equal((await shown(adapter)).length, 1)
    await got(forget)
    assert.equal((await shown(adapter)).length, 0)
  },
)

/** How an outbox keeps what it has, and what is asked of it beside. */
export const keepingLaws = [paged, listed, unchanged, forgotten, swept, durable, closed, lazy]
