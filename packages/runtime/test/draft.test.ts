import { Matching, Port, type Values } from '@reverse-mentoring/core'
import { explainFailure, strike, type Draft } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryEventStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  close,
  code,
  cohort,
  cohortId,
  coordinator,
  enrol,
  given,
  got,
  log,
  open,
  opened,
  pairing,
  participant,
  ports,
  run,
  self,
  tags,
} from './scene.ts'

/** Pairs the first mentor with the first mentee, and so on. */
const firstCome: Port.MatchingPolicy = {
  id: code('first-come'),
  version: '1' as Values.Version,
  claims: {},
  propose: ({ mentors, mentees }) => {
    const pairs = mentees.flatMap((mentee, i) => {
      const mentor = mentors[i]
      const reasons = [code('topics'), code('secret')].map((rule) => ({ rule, points: 2 }))
      return mentor === undefined
        ? []
        : [{ mentor: mentor.participant, mentee: mentee.participant, score: 4, reasons }]
    })
    return E.right({
      pairs,
      unmatched: [],
      worth: { pairs: pairs.length, score: 4 * pairs.length },
    })
  },
}

const scene = async (policy: Port.MatchingPolicy = firstCome) => {
  const [store, directory] = [memoryEventStore(), memoryDirectory()]
  const engine = await opened({ store, directory })
  await given(engine, open, enrol(1), enrol(2), enrol(3), enrol(4))
  const people = [1, 2].map((n) => ({
    participant: participant(n),
    name: 'A name',
    attributes: { region: n === 1 ? 'north' : 'south', department: 'sales' },
    identity: {},
  }))
  await directory.putPeople([people[0]!, ...people.slice(1)])()
  const draft = await engine.draft({ cohort, policy, seed: 7, asOf: at(3) })()
  return { store, engine, directory, draft }
}

const drafted = async (): Promise<
  { draft: Draft } & Omit<Awaited<ReturnType<typeof scene>>, 'draft'>
> => {
  const { draft, ...rest } = await scene()
  if (E.isLeft(draft)) throw new Error(draft.left._tag)
  return { draft: draft.right, ...rest }
}

const recording = {
  at: at(4),
  by: coordinator,
  run: run(1),
  pairingId: ({ mentor }: { readonly mentor: string }) => pairing(Number(mentor.slice(-4))),
}

describe('a draft', () => {
  it('records nothing, and says what it was made from', async () => {
    const { store, draft } = await drafted()
    expect((await log(store)).map(({ type }) => type)).not.toContain('Matched')
    expect(draft.pairs.map(({ differs }) => differs)).toEqual([
      { region: true, department: false },
      {},
    ])
  })

  it('made while somebody is erased leaves no salt with which its digest would tell of them', async () => {
    const { store, directory } = await scene()
    const eraser = await opened({ store, directory })
    const erasure = { participants: [participant(1)], at: at(4), by: coordinator } as const
    const racing: Port.Directory = {
      ...directory,
      findPeople: (some) => async () => {
        const found = await directory.findPeople(some)()
        got(await eraser.erase(erasure)())
        return found
      },
    }
    const engine = await opened({ store, directory: racing })
    got(await engine.draft({ cohort, policy: firstCome, seed: 7, asOf: at(3) })())
    expect(got(await directory.salt(cohort, 'fresh')())).toBe('fresh')
  })

  it('tells no revision, and is recorded as based on the one that it was made from', async () => {
    const { store, engine, draft } = await drafted()
    expect(Object.values(draft).filter((value) => value === 5)).toEqual([])
    expect(draft.basedOn).toMatch(/^[\w-]{60,}$/)
    await given(engine, amend(1, 2, 4))
    got(await engine.record(draft, { ...recording, at: at(5) })())
    expect((await log(store)).at(-1)?.data).toMatchObject({ basedOn: 5 })
  })

  it('that was made elsewhere, or of another cohort, is not recorded', async () => {
    const { engine, draft } = await drafted()
    const other = (await drafted()).draft
    for (const foreign of [
      { ...draft, basedOn: other.basedOn },
      { ...draft, cohort: cohortId(7) },
    ]) {
      expect(tags([await engine.record(foreign, recording)()])).toEqual(['Misused'])
    }
  })

  it('is of what was asked for, and recorded by who asked, whoever changes that meanwhile', async () => {
    const { store, engine } = await scene()
    await given(engine, { ...open, cohort: cohortId(1) })
    const asked = { cohort, policy: firstCome, seed: 7, asOf: at(3) }
    const making = engine.draft(asked)()
    asked.cohort = cohortId(1)
    const draft = got(await making)
    expect(draft.cohort).toBe(cohort)
    const by = { ...coordinator }
    const recording = { at: at(4), by, run: run(1), pairingId: () => pairing(1) }
    const kept = { ...draft, pairs: draft.pairs.slice(0, 1) }
    const recorded = engine.record(kept, recording)()
    Object.assign(by, { role: 'system' })
    got(await recorded)
    const said = (await log(store)).map((record) => [record.type, record.data['by']])
    expect(said.filter(([type]) => type === 'Matched' || type === 'MatchingRan')).toEqual([
      ['Matched', coordinator],
      ['MatchingRan', coordinator],
    ])
  })

  it.each([
    ['no policy', { policy: 'optimal' }, 'policy'],
    ['a name in place of a policy id', { policy: { ...firstCome, id: 'Ada L.' } }, 'policy'],
    ['no seed', { seed: -1 }, 'seed'],
    ['a policy that reads what is no rule', { policy: { ...firstCome, reads: 'Ada' } }, 'reads'],
    ['no instant', { asOf: 'now' }, 'asOf'],
    ['no cohort', { cohort: 'Spring' }, 'cohort'],
  ])('is not made with %s', async (_what, wrong, named) => {
    const { engine } = await scene()
    const asked = { cohort, policy: firstCome, seed: 7, asOf: at(3), ...wrong }
    const answer = await engine.draft(asked as never)()
    expect(answer).toMatchObject({
      left: { _tag: 'Misused', reason: expect.stringContaining(named) as string },
    })
    expect(JSON.stringify(answer)).not.toContain('Ada')
  })

  it('is not made where it could never be recorded', async () => {
    const { engine } = await drafted()
    const policy = { ...firstCome, id: code('unheard-of') }
    const ask = { seed: 7, asOf: at(3) }
    expect(await engine.draft({ cohort, policy, ...ask })()).toEqual(
      E.left({ _tag: 'UnknownCode', code: policy.id, list: 'policies' }),
    )
    expect(
      tags([await engine.draft({ cohort: cohortId(7), policy: firstCome, ...ask })()]),
    ).toEqual(['UnknownCohort'])
    await given(engine, close(9))
    expect(tags([await engine.draft({ cohort, policy: firstCome, ...ask })()])).toEqual([
      'CohortOver',
    ])
  })

  it('is recorded with the reasons that may be told, and no others', async () => {
    const { store, engine, draft } = await drafted()
    got(await engine.record(draft, recording)())
    const records = (await log(store)).slice(5)
    expect(records.map(({ type }) => type)).toEqual(['Matched', 'Matched', 'MatchingRan'])
    expect(records[0]?.data['reasons']).toEqual(['topics'])
  })

  it('can be struck: the people of a struck pair are unmatched as struck', async () => {
    const { store, engine, draft } = await drafted()
    const first = draft.pairs[0]
    const looked = strike(draft, first === undefined ? [] : [first])
    got(await engine.record(looked, recording)())
    const ran = (await log(store)).at(-1)?.data
    expect(ran).toMatchObject({
      pairs: 1,
      unmatched: [
        { participant: participant(1), role: 'mentor', reason: 'struck' },
        { participant: participant(2), role: 'mentee', reason: 'struck' },
      ],
    })
  })

  it('is told to who coordinates, once it is recorded: what it came to, and why who is left waits', async () => {
    const { engine, draft } = await drafted()
    const first = draft.pairs[0]
    const struck = strike(draft, first === undefined ? [] : [first])
    const looked = { ...struck, bound: struck.worth }
    got(await engine.record(looked, recording)())
    got(await engine.catchUp())
    const desk = engine.coordinator(coordinator.id)
    const [told] = got(await desk.runs(cohort)()).items
    expect(told).toMatchObject({ policy: 'first-come', of: 1, parts: 1, pairs: 1, unmatched: 2 })
    expect([told?.objective, told?.bound]).toEqual([draft.worth, draft.worth])
    const waiting = got(await desk.waitingList(cohort)())
    expect(waiting.map(({ participant: who, leftWaiting }) => [who, leftWaiting?.reason])).toEqual([
      [participant(1), 'struck'],
      [participant(2), 'struck'],
    ])
    expect(tags([await engine.coordinator(participant(1)).runs(cohort)()])).toEqual(['NotAllowed'])
  })

  it('is stale once one of its pairs is no longer possible', async () => {
    const { engine, draft } = await drafted()
    await given(engine, amend(1, 0, 5))
    expect(tags([await engine.record(draft, recording)()])).toEqual(['StaleDraft'])
  })

  it('never shows a pair that the cohort forbids', async () => {
    const { draft } = await scene({
      ...firstCome,
      propose: (pool) => {
        const swapped = { ...pool, mentors: pool.mentees, mentees: pool.mentors }
        return firstCome.propose(swapped, { seed: 1, asOf: at(1) })
      },
    })
    expect(draft).toMatchObject({
      left: { _tag: 'PolicyFailure', pair: { mentor: participant(2) } },
    })
  })

  it('fails with a value where the policy throws', async () => {
    const { draft } = await scene({
      ...firstCome,
      propose: () => {
        throw new RangeError('Alice')
      },
    })
    expect(draft).toEqual(
      E.left({ _tag: 'PolicyFailure', kind: 'broken', problem: 'the policy threw (RangeError)' }),
    )
  })

  it('tells what was thrown and where in development, and the sentence of the failure never', async () => {
    const policy: Port.MatchingPolicy = {
      ...firstCome,
      propose: () => {
        throw new RangeError('Alice')
      },
    }
    const { engine } = await scene()
    const asked = { cohort, policy, seed: 7, asOf: at(3), development: true }
    const answer = await engine.draft(asked)()
    if (E.isRight(answer) || answer.left._tag !== 'PolicyFailure') throw new Error('no failure')
    expect(answer.left.thrown).toMatch(/^RangeError: Alice\n.*at .*draft\.test\.ts:\d+/)
    expect(explainFailure(answer.left)).not.toMatch(/Alice|test/)
  })

  it('reads identity of who agreed or where its recorded legal basis covers it, and no other (INV39)', async () => {
    const [store, directory] = [memoryEventStore(), memoryDirectory()]
    const engine = await opened({ store, directory })
    const lawful = { code: code('topics'), disclosure: 'none', legalBasis: code('law') } as const
    const rules = [
      { ...lawful, attributes: [code('gender')] },
      { code: code('secret'), disclosure: 'none', legalBasis: code('consent') } as const,
    ]
    await given(engine, { ...open, codes: { ...open.codes, rules } }, enrol(1), enrol(2), {
      ...{ type: 'GiveConsent', purpose: 'identityMatching', cohort },
      ...{ at: at(2), by: self(1) },
    })
    const people = [1, 2].map((n) => ({
      participant: participant(n),
      ...{ name: 'A name', attributes: {} },
      identity: { gender: 'woman', class: 'first', faith: 'none' },
    }))
    const learn = (faith: string) =>
      directory.putPeople([
        { ...people[0]!, identity: { ...people[0]!.identity, faith } },
        ...people.slice(1),
      ])()
    await learn('none')
    const seenWith = async (reads?: Port.MatchingPolicy['reads']) => {
      const seen: Array<Matching.ReadingPool> = []
      const policy: Port.MatchingPolicy = {
        ...firstCome,
        ...(reads !== undefined && { reads }),
        propose: (pool, context) => {
          seen.push(pool)
          return firstCome.propose(pool, context)
        },
      }
      const ask = () => engine.draft({ cohort, policy, seed: 7, asOf: at(3) })()
      const draft = got(await ask())
      await learn(`another ${draft.digest}`)
      expect(got(await ask()).digest).toBe(draft.digest)
      return seen[0]
    }
    const none = await seenWith()
    expect(none?.mentors).toHaveLength(1)
    expect(JSON.stringify(none)).not.toMatch(/woman|faith/)
    const attributes = ['gender', 'class']
    const uses = [code('topics'), code('secret')].map((rule) => ({ rule, attributes }))
    const own = { gender: 'woman', class: 'first' }
    expect((await seenWith(uses))?.identity).toEqual({
      topics: { [participant(1)]: own, [participant(2)]: { gender: 'woman' } },
      secret: { [participant(1)]: own },
    })
  })

  it('has a digest that needs the salt', async () => {
    const [one, other] = [await drafted(), await drafted()]
    const again = await one.engine.draft({ cohort, policy: firstCome, seed: 7, asOf: at(3) })()
    expect(E.isRight(again) && again.right.digest).toBe(one.draft.digest)
    expect(other.draft.digest).not.toBe(one.draft.digest)
  })
})

describe('an illegal pair', () => {
  it('is also one place too many, and the same pair twice', async () => {
    const { engine } = await drafted()
    const loaded = await engine.load(cohort)()
    if (E.isLeft(loaded)) throw new Error(loaded.left._tag)
    const pair = (mentor: number, mentee: number) => ({
      mentor: participant(mentor),
      mentee: participant(mentee),
    })
    expect(Matching.illegalPair(loaded.right.cohort, [pair(1, 2), pair(3, 4)])).toBeUndefined()
    expect(Matching.illegalPair(loaded.right.cohort, [pair(1, 2), pair(1, 4)])).toEqual(pair(1, 4))
    expect(Matching.illegalPair(loaded.right.cohort, [pair(1, 2), pair(1, 2)])).toEqual(pair(1, 2))
  })
})

describe('a large draft', () => {
  const pairs = 600
  const large = async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, open)
    const people = Array.from({ length: 2 * pairs }, (_, n) => enrol(100_001 + n))
    await Promise.all(people.map((command) => engine.handle(command)()))
    const draft = got(await engine.draft({ cohort, policy: firstCome, seed: 7, asOf: at(3) })())
    return { on, engine, draft }
  }
  const numbered = {
    ...recording,
    pairingId: ({ mentor }: { readonly mentor: string }) =>
      pairing(10_000 + Number(mentor.slice(-5))),
  }

  it('is recorded in equal parts, each one append, and can be repeated', async () => {
    const { on, engine, draft } = await large()
    expect(draft.pairs).toHaveLength(pairs)
    const recorded = got(await engine.record(draft, numbered)())
    expect(recorded).toMatchObject({ parts: 3, of: 3 })
    const before = await log(on.store)
    const runs = before.filter(({ type }) => type === 'MatchingRan').map(({ data }) => data)
    expect(runs.map(({ part, of, pairs: some }) => [part, of, some])).toEqual([
      [1, 3, 200],
      [2, 3, 200],
      [3, 3, 200],
    ])
    expect(got(await engine.record(draft, numbered)())).toMatchObject({ parts: 3, of: 3 })
    expect(await log(on.store)).toEqual(before)
  })

  it('is judged whole before its first part', async () => {
    const { on, engine, draft } = await large()
    const last = draft.pairs.at(-1)
    await given(engine, {
      ...amend(1, 0, 5),
      enrolment: enrol(Number(last?.mentor.slice(-6))).enrolment,
    })
    expect(tags([await engine.record(draft, numbered)()])).toEqual(['StaleDraft'])
    expect((await log(on.store)).some(({ type }) => type === 'Matched')).toBe(false)
  })

  it('whose later part has become stale stands as far as it was recorded', async () => {
    const { on, draft } = await large()
    let appends = 0
    const store: Port.EventStore = {
      ...on.store,
      append: (stream, expected, records) => {
        appends += 1
        return appends === 2
          ? () => Promise.resolve(E.left(Port.unavailable('cut off')))
          : on.store.append(stream, expected, records)
      },
    }
    const patience = { tries: 1, first: 0, most: 0 }
    const cut = await (await opened({ ...on, store, patience })).record(draft, numbered)()
    expect(cut).toMatchObject({ right: { parts: 1, of: 3, stopped: { _tag: 'Unavailable' } } })
    const engine = await opened(on)
    const last = draft.pairs.at(-1)
    await given(engine, {
      ...amend(1, 0, 5),
      enrolment: enrol(Number(last?.mentor.slice(-6))).enrolment,
    })
    expect(got(await engine.record(draft, numbered)())).toMatchObject({
      parts: 2,
      of: 3,
      stopped: { _tag: 'StaleDraft' },
    })
  })
})
