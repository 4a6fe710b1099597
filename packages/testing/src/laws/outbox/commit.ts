import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import { got, law, range, refused } from '../law.ts'
import { newId } from '../record.ts'
import { at, claimed, firstChange, idsOf, newCohort, newNotice, put, shown } from './notice.ts'

const unseen = law<Port.Outbox>('before the first commit there is nothing', async ({ adapter }) => {
  assert.equal(await got(adapter.checkpoint), undefined)
  assert.deepEqual(await got(adapter.headers([newCohort()])), [undefined])
  assert.deepEqual(await got(adapter.headersOf({ limit: 9 })), { headers: [], more: false })
  assert.deepEqual(await got(adapter.notices({ limit: 9 })), { notices: [], more: false })
  const asked = { now: at(0), until: at(1), limit: 9 }
  assert.deepEqual(await got(adapter.claim(asked)), { notices: [] })
  await got(adapter.commit({ changes: [] }))
})

const whole = law<Port.Outbox>(
  'a commit brings its headers, its notices, and its reader to its checkpoint',
  async ({ adapter }) => {
    const [one, two] = [newCohort(), newCohort()]
    const notices = [newNotice(), newNotice({ recipient: 'coordinators' }), newNotice()]
    const header = { revision: 5, record: newId(), frame: { isClosed: true } }
    const changes = [
      firstChange(one, notices.slice(0, 2)),
      { ...firstChange(two, notices.slice(2)), header },
    ]
    await got(adapter.commit({ changes, progress: { checkpoint: '8' } }))
    assert.equal(await got(adapter.checkpoint), '8')
    assert.deepEqual(await got(adapter.headers([two, newCohort(), one])), [
      { version: 1, ...header },
      undefined,
      { version: 1, revision: 1, frame: {} },
    ])
    const expected = notices.map(({ slot: _slot, content, ...notice }, n) => ({
      ...{ ...notice, content, cohort: n < 2 ? one : two, fence: 0 },
    }))
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
    assert.deepEqual(await shown(adapter), expected.sort(byId))
  },
)

const fenced = law<Port.Outbox>(
  'a commit that comes after another version than stands is Overtaken: it names those cohorts, and changes nothing',
  async ({ adapter }) => {
    const cohorts = [newCohort(), newCohort(), newCohort()]
    const [stale = newCohort(), ...others] = cohorts
    for (const cohort of cohorts) await put(adapter, cohort, newNotice())
    const before = await shown(adapter)
    for (const after of [0, 2]) {
      const changes = [
        ...others.map((cohort) => ({ ...firstChange(cohort, [newNotice()]), after: 1 })),
        { ...firstChange(stale, [newNotice()]), after },
        firstChange(newCohort(), [newNotice()]),
      ]
      const commit = adapter.commit({ changes, progress: { checkpoint: '3' } })
      const failure = await refused(commit, 'Overtaken')
      assert.deepEqual(
        failure.headers.map(({ cohort }) => cohort),
        [stale],
      )
      assert.deepEqual(await shown(adapter), before)
      assert.equal(await got(adapter.checkpoint), undefined)
      const versions = (await got(adapter.headers(cohorts))).map((header) => header?.version)
      assert.deepEqual(versions, [1, 1, 1])
    }
  },
)

const raced = law<Port.Outbox>(
  'of twenty commits after one version one wins, and only its notices wait',
  async ({ adapter, beside }) => {
    const [stores, cohort] = [[adapter, await beside()], newCohort()]
    for (const after of [0, 1, 2]) {
      const puts = range(1, 20).map(() => newNotice())
      const answers = await Promise.all(
        puts.map((notice, n) =>
          (stores[n % 2] ?? adapter).commit({
            changes: [{ ...firstChange(cohort, [notice]), after }],
          })(),
        ),
      )
      const won = puts.filter((_, n) => answers[n]?._tag === 'Right')
      assert.equal(won.length, 1, 'as many win as one')
      const waiting = new Set(idsOf(await shown(adapter)))
      assert.equal(waiting.size, after + 1)
      assert.ok(waiting.has(won[0]?.id ?? ''), 'what was refused waits')
    }
  },
)

const onlyOnce = law<Port.Outbox>(
  'an id that was taken is never taken again, whatever became of it',
  async ({ adapter }) => {
    const cohort = newCohort()
    const fates = ['waiting', 'claimed', 'parked', 'later', 'done', 'forgotten'] as const
    const notices = fates.map((fate) => newNotice({ due: at(fate === 'waiting' ? 5 : 0) }))
    await put(adapter, cohort, ...notices)
    const held = await claimed(adapter, 0)
    const outcomes: Readonly<Record<string, Port.Outcome>> = {
      parked: { _tag: 'Parked', because: 'refused' },
      later: { _tag: 'Later', due: at(20) },
      done: { _tag: 'Done' },
    }
    for (const [n, fate] of fates.entries()) {
      const [as, mine] = [outcomes[fate], held.find(({ id }) => id === notices[n]?.id)]
      if (as !== undefined && mine !== undefined)
        await got(adapter.settle([{ id: mine.id, fence: mine.fence, as }]))
    }
    const forgotten = notices.at(-1)?.recipient as Values.ParticipantId
    await got(adapter.forget([forgotten]))
    const all = async () => [await shown(adapter), await shown(adapter, { parked: true })]
    const before = await all()
    const bystander = newNotice({ due: at(5) })
    await put(adapter, cohort, bystander)
    const again = notices.map((notice) => ({
      ...{ ...notice, due: at(1), content: { n: 2 } },
      ...{ replaces: [bystander.slot], meets: [bystander.slot] },
    }))
    await put(adapter, cohort, ...again)
    await put(adapter, newCohort(), ...again)
    const [waiting = [], parked] = await all()
    assert.deepEqual([waiting.filter(({ id }) => id !== bystander.id), parked], before)
    assert.ok(idsOf(waiting).includes(bystander.id), 'one that was not taken replaced another')
  },
)

const twice = law<Port.Outbox>(
  'of one id twice in one commit the first counts',
  async ({ adapter }) => {
    const notice = newNotice()
    await put(adapter, newCohort(), notice, { ...notice, content: { n: 2 } })
    const waiting = await shown(adapter)
    assert.deepEqual(
      waiting.map(({ content }) => content),
      [{ n: 1 }],
    )
  },
)

const unfit: ReadonlyArray<readonly [why: string, broken: Partial<Port.NoticeChange>]> = [
  ['a negative version', { after: -1 }],
  ['half a version', { after: 0.5 }],
  ['a content that is no JSON', { put: [newNotice({ content: { n: 1n } })] }],
  ['a frame that is no JSON', { header: { revision: 1, frame: { n: 1n } } }],
  ['a name for a cohort', { cohort: 'mine' as Values.CohortId }],
  ['a name for a recipient', { put: [newNotice({ recipient: 'me' as Values.ParticipantId })] }],
  ['no id', { put: [newNotice({ id: '' })] }],
  ['a day for an instant', { put: [newNotice({ due: '2026-03-01' as Values.Instant })] }],
  ['stale for ever', { put: [newNotice({ notAfter: 'never' as Values.Instant })] }],
  ['stale before it is due', { put: [newNotice({ due: at(2), notAfter: at(1) })] }],
  ['stale when it is due', { put: [newNotice({ due: at(1), notAfter: at(1) })] }],
  ['too long an id', { put: [newNotice({ id: 'a'.repeat(501) })] }],
  ['too long a slot', { put: [newNotice({ replaces: ['a'.repeat(501)] })] }],
  ['too long a content', { put: [newNotice({ content: { text: 'a'.repeat(65_536) } })] }],
  ['too many', { put: range(0, 10_000).map(() => newNotice()) }],
  ['a list for a content', { put: [newNotice({ content: [1] })] }],
  ['a date for a content', { put: [newNotice({ content: new Date(0) })] }],
]

const allOrNothing = law<Port.Outbox>(
  'a commit that makes no sense, or holds what is no JSON, is Misused and changes nothing',
  async ({ adapter }) => {
    const [one, two] = [newCohort(), newCohort()]
    await put(adapter, one, newNotice())
    const before = await shown(adapter)
    const next = { ...firstChange(one, [newNotice()]), after: 1 }
    const wrong = [
      ...unfit.map(([why, broken]) => [why, [{ ...firstChange(two), ...broken }]] as const),
      ['a cohort twice', [firstChange(two), firstChange(two)]] as const,
    ]
    for (const [why, changes] of wrong) {
      const commit = adapter.commit({
        changes: [next, ...changes],
        progress: { checkpoint: '2' },
      })
      await refused(commit, 'Misused', why)
      assert.deepEqual(await shown(adapter), before, why)
      assert.equal(await got(adapter.checkpoint), undefined, why)
      assert.deepEqual(await got(adapter.headers([two])), [undefined], why)
    }
  },
)

const onwards = law<Port.Outbox>(
  'its reader goes on only from where it stood, unless told otherwise',
  async ({ adapter }) => {
    const go = async (progress: Port.NoticeCommit['progress']) => {
      await got(adapter.commit({ changes: [], ...(progress !== undefined && { progress }) }))
      return got(adapter.checkpoint)
    }
    assert.equal(await go({ checkpoint: '2', from: { at: '1' } }), undefined)
    assert.equal(await go({ checkpoint: '2', from: {} }), '2')
    assert.equal(await go({ checkpoint: '3', from: {} }), '2')
    assert.equal(await go({ checkpoint: '3', from: { at: '1' } }), '2')
    assert.equal(await go({ checkpoint: '3', from: { at: '2' } }), '3')
    assert.equal(await go({ checkpoint: '1' }), '1')
  },
)

/** What a commit does. */
export const commitLaws = [unseen, whole, fenced, raced, onlyOnce, twice, allOrNothing, onwards]
