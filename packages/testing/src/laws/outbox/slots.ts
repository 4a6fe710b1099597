import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { law } from '../law.ts'
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

const replaced = law<Port.Outbox>(
  'a notice replaces those of its cohort in the slots that it names, as long as nobody has claimed them',
  async ({ adapter }) => {
    const [cohort, elsewhere] = [newCohort(), newCohort()]
    const gone = [newNotice({ slot: 'a' }), newNotice({ slot: 'a', due: at(5) })]
    const stays = [newNotice({ slot: 'b' }), newNotice({ slot: 'c' })]
    const [held, retried] = [newNotice({ slot: 'a' }), newNotice({ slot: 'a' })]
    await put(adapter, cohort, held, retried)
    const first = await claimed(adapter, 0)
    await settledAs(
      adapter,
      { _tag: 'Later', due: at(1) },
      first.filter(({ id }) => id === retried.id),
    )
    await put(adapter, cohort, ...gone, ...stays)
    const other = newNotice({ slot: 'a' })
    await put(adapter, elsewhere, other)
    const next = newNotice({ slot: 'a', replaces: ['a', 'unused'] })
    await put(adapter, cohort, next)
    const expected = [held, retried, ...stays, other, next]
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf(expected)))
    assert.deepEqual(
      await settledAs(
        adapter,
        { _tag: 'Done' },
        first.filter(({ id }) => id === held.id),
      ),
      [],
    )
  },
)

const together = law<Port.Outbox>(
  'notices of one slot wait side by side, unless one names it: also within one commit',
  async ({ adapter }) => {
    const cohort = newCohort()
    const [one, two] = [newNotice({ slot: 'a' }), newNotice({ slot: 'a' })]
    await put(adapter, cohort, one, two)
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf([one, two])))
    const [three, four] = [newNotice({ slot: 'a' }), newNotice({ slot: 'a', replaces: ['a'] })]
    await put(adapter, cohort, three, four)
    assert.deepEqual(idsOf(await shown(adapter)), [four.id])
  },
)

const met = law<Port.Outbox>(
  'a notice that meets another one that nobody has claimed takes it away, and does not go itself',
  async ({ adapter }) => {
    const cohort = newCohort()
    const [ask, another] = [newNotice({ slot: 'ask' }), newNotice({ slot: 'other' })]
    const end = newNotice({ slot: 'end', meets: ['ask', 'unused'], replaces: ['other'] })
    await put(adapter, cohort, ask, another)
    await put(adapter, cohort, end)
    assert.deepEqual(idsOf(await shown(adapter)), [], 'neither goes, and what it replaces does not')
    const [told, late] = [newNotice({ slot: 'ask' }), newNotice({ slot: 'end', meets: ['ask'] })]
    await put(adapter, cohort, told)
    await claimed(adapter, 0)
    await put(adapter, cohort, late)
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf([told, late])))
    await put(adapter, cohort, { ...end, meets: [] })
    assert.deepEqual(idsOf(await shown(adapter)), sorted(idsOf([told, late])), 'it comes again')
  },
)

/** What waits in one slot. */
export const slotLaws = [replaced, together, met]
