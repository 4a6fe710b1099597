import type { Command, Stored, Values } from '@reverse-mentoring/core'
import type { Engine, Origin } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  cohort,
  coordinator,
  enrol,
  given,
  got,
  log,
  open,
  opened,
  participant,
  ports,
  self,
  tags,
} from './scene.ts'

const life = [open, enrol(1), enrol(2)]

const throwing = (): never => {
  throw new RangeError('planted')
}
const circle: Record<string, unknown> = {}
circle['self'] = circle
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable<object>({}, {})
  revoke()
  return proxy
}
const hostile: ReadonlyArray<unknown> = [
  ...[undefined, null, 3, Number.NaN, 1n, 'x', '', '\u0000', Symbol('x'), [], {}, [undefined]],
  ...[() => 'x', new Date(), new Map(), circle, Object.create(null) as object, revoked()],
  { toString: throwing, toJSON: throwing },
  {
    get type() {
      return throwing()
    },
  },
  new Proxy([], { get: throwing }),
]

/** Everything that an engine does with what it is given. */
const operations = (engine: Engine) => {
  const desk = engine.coordinator(coordinator.id)
  const own = engine.participant(participant(1))
  return {
    handle: engine.handle,
    load: engine.load,
    awaitView: engine.awaitView,
    draft: engine.draft,
    record: engine.record,
    enrol: engine.enrol,
    erase: engine.erase,
    tick: engine.tick,
    figures: engine.sponsor.figures,
    ...Object.fromEntries(Object.entries(desk).map(([name, ask]) => [`coordinator ${name}`, ask])),
    ...Object.fromEntries(Object.entries(own).map(([name, ask]) => [`participant ${name}`, ask])),
    ...Object.fromEntries(
      Object.entries(engine.auditor).map(([name, ask]) => [`auditor ${name}`, ask]),
    ),
  } as Readonly<Record<string, unknown>>
}

describe('the door', () => {
  it('answers whatever it is given with a value, and stores nothing of it', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    got(await engine.catchUp())
    const before = await log(on.store)
    for (const [name, operation] of Object.entries(operations(engine))) {
      if (typeof operation !== 'function') continue
      const ask = operation as (...all: ReadonlyArray<unknown>) => () => Promise<unknown>
      for (const [i, one] of hostile.entries()) {
        for (const arguments_ of [[one], [cohort, one], [one, one], [cohort, one, one]]) {
          const answer = await ask(...arguments_)().then(
            (given) => given,
            (thrown: unknown) => `rejected with ${String(thrown)}`,
          )
          expect([name, i, answer]).toEqual([
            name,
            i,
            expect.objectContaining({ _tag: expect.stringMatching(/^(Left|Right)$/) as string }),
          ])
        }
      }
    }
    expect(await log(on.store)).toEqual(before)
  })

  it('keeps a copy: what is changed while it waits changes nothing', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    const command = { ...amend(1, 3, 10), by: { ...amend(1, 3, 10).by } }
    const waiting = engine.handle(command)()
    Object.assign(command, { capacity: 9, enrolment: 'x' })
    command.by = { role: 'system', id: participant(9) }
    got(await waiting)
    expect((await log(on.store)).at(-1)?.data).toMatchObject({ capacity: 3 })
    const fresh = { ...enrol(5) }
    const enrolling = engine.handle(fresh)()
    Object.assign(fresh, { participant: participant(6) })
    got(await enrolling)
    expect(await on.directory.cohortsOf(participant(5))()).toEqual(E.right([cohort]))
    expect((await log(on.store)).at(-1)?.data).toMatchObject({ participant: participant(5) })
  })

  it.each([
    ['a name', { command: 'Ada Lovelace' }],
    ['an address', { cause: 'ada@example.org' }],
    ['another field', { by: 'Ada Lovelace' }],
    ['a circle', circle],
    ['a big number', { command: 1n }],
  ])('stores no origin that holds %s', async (_name, origin) => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    const before = await log(on.store)
    const answers = await Promise.all([
      engine.handle(enrol(3), origin as unknown as Origin)(),
      engine.handle(enrol(4))(),
    ])
    expect(tags(answers)).toEqual(['MalformedPayload', 'ok'])
    expect((await log(on.store)).slice(before.length).map(({ data }) => data)).toMatchObject([
      { participant: participant(4) },
    ])
  })

  it('enrols who was asked, whoever changes the list meanwhile', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, open)
    const people = [1, 3].map((n) => ({ ...enrol(n) }))
    const asking = engine.enrol(cohort, people)()
    Object.assign(people[1] ?? {}, { participant: enrol(5).participant })
    people.push({ ...enrol(7) })
    expect(tags(got(await asking))).toEqual(['ok', 'ok'])
    const enrolled = (await log(on.store)).slice(1).map(({ data }) => data['participant'])
    expect(enrolled).toEqual([1, 3].map((n) => enrol(n).participant))
  })

  it('tells of a type nothing that could be somebody’s', async () => {
    const engine = await opened()
    const strange = { ...enrol(1), type: 'Ada Lovelace' }
    const answer = await engine.handle(strange as never)()
    expect(JSON.stringify(answer)).not.toContain('Ada')
  })

  it('spends nothing on a length that is only claimed, and none', async () => {
    const engine = await opened()
    const odd = new Proxy([], { get: (_, key) => (key === 'length' ? Number.NaN : undefined) })
    const sparse: Array<unknown> = []
    sparse.length = 3e7
    const began = performance.now()
    const answer = await engine.handle({ ...enrol(1), odd, offered: sparse } as never)()
    expect(tags([answer])).toEqual(['MalformedPayload'])
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('takes an origin of ids, and no proof but its own', async () => {
    const on = ports()
    const engine = await opened(on)
    const command = '00000000-0000-7000-8000-00000000c0de' as Values.Uuid
    got(await engine.handle(open, { command, cause: command })())
    const [record] = await log(on.store)
    const proof = expect.stringMatching(/^[0-9a-f]{64}$/) as Values.Digest
    const meta: Stored.NewRecord['meta'] = { command, cause: command, proof }
    expect(record?.meta).toEqual(meta)
    const forged = { command, proof: 'a'.repeat(64) }
    expect(tags([await engine.handle(enrol(1), forged)()])).toEqual(['MalformedPayload'])
  })

  it.each(['Mars/Olympus', 'Europe/Atlantis', 'Nowhere'])('opens nothing in %s', async (zone) => {
    const on = ports()
    const engine = await opened(on)
    const opening = { ...open, zone: zone as Values.Zone }
    expect(await engine.handle(opening)()).toMatchObject({
      left: { _tag: 'MalformedPayload', problems: [{ path: 'zone' }] },
    })
    expect(await log(on.store)).toEqual([])
    got(await engine.handle({ ...open, zone: 'Pacific/Auckland' as Values.Zone })())
  })

  it('refuses what is said more than five minutes from now', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    const latest = at(24 * 400 + 1 / 12)
    const late = (when: Values.Instant): Command.Command => ({ ...amend(1, 3, 10), at: when })
    expect(await engine.handle(late(at(24 * 400 + 0.1)))()).toEqual(
      E.left({ _tag: 'TooFar', latest }),
    )
    expect(E.isRight(await engine.handle(late(latest))())).toBe(true)
    const erasure = { participants: [participant(1)], at: at(9e6), by: self(1) } as const
    expect(await engine.erase(erasure)()).toEqual(E.left({ _tag: 'TooFar', latest }))
  })

  it.each([
    ['a malformed actor', { by: { role: 'admin', id: participant(1) } }],
    ['no actor', { by: undefined }],
    ['no instant', { at: 'today' }],
    ['nobody', { participants: [] }],
    ['a name', { participants: ['Ada'] }],
    ['a stranger', { by: self(2) }],
  ])('deletes nothing for an erasure by or of %s', async (_name, change) => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    const profile = { participant: participant(1), name: 'Ada', attributes: {}, identity: {} }
    got(await on.directory.putPeople([profile])())
    const erasure = { participants: [participant(1)] as const, at: at(9), by: self(1) }
    const asked = { ...erasure, ...change } as unknown as Parameters<Engine['erase']>[0]
    expect(E.isLeft(await engine.erase(asked)())).toBe(true)
    expect(got(await on.directory.findPeople([participant(1)])()).size).toBe(1)
    expect(got(await on.directory.erasing({ limit: 9 })())).toEqual([])
  })
})
