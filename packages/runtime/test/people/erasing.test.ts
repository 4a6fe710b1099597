import { Port, Stored, type Command } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  close,
  cohort,
  cohortId,
  coordinator,
  enrol,
  given,
  got,
  handleAll,
  inCohort,
  log,
  open,
  opened,
  participant,
  ports,
  self,
  stream,
  system,
  tags,
  unheard,
} from '../scene.ts'

const erasure = { participants: [participant(1)] as const, at: at(9), by: system }
const person = (n: number) => ({
  participant: participant(n),
  name: 'A name',
  attributes: {},
  identity: {},
})

const enrolment = (n: number): Omit<Command.Enrol, 'type' | 'cohort'> => {
  const { type: _type, cohort: _cohort, ...rest } = enrol(n)
  return rest
}

const scene = async () => {
  const on = ports()
  const engine = await opened(on)
  await given(engine, open, inCohort(1)(open))
  got(await on.directory.putPeople([person(1), person(3)])())
  got(await engine.enrol(cohort, [enrolment(1)])())
  got(await engine.enrol(cohortId(1), [enrolment(1)])())
  return { on, engine }
}

const isKnown = async (directory: Port.Directory) =>
  got(await directory.findPeople([participant(1)])()).size === 1

const erasedIn = async (store: Port.EventStore, name = stream) =>
  (await log(store, name)).filter(({ type }) => type === 'ParticipantErased').length

describe('erasing', () => {
  it('deletes from the directory, tells every cohort, and leaves nothing behind', async () => {
    const { on, engine } = await scene()
    const done = got(await engine.erase(erasure)())
    expect(done.told.map((one) => one.cohort).sort()).toEqual([cohort, cohortId(1)].sort())
    expect(done.delayed).toEqual([])
    expect(await isKnown(on.directory)).toBe(false)
    expect(await erasedIn(on.store)).toBe(1)
    expect(got(await on.directory.erasing({ limit: 10 })())).toEqual([])
    expect(got(await engine.erase(erasure)())).toEqual({ told: [], delayed: [] })
  })

  it('deletes nothing for who may not ask', async () => {
    const { on, engine } = await scene()
    const outsider = { role: 'coordinator', id: participant(3) } as const
    for (const by of [self(3), outsider])
      expect(tags([await engine.erase({ ...erasure, by })()])).toEqual(['NotAllowed'])
    got(await engine.enrol(cohort, [enrolment(3)])())
    expect(tags([await engine.erase({ ...erasure, by: outsider })()])).toEqual(['NotAllowed'])
    expect(await isKnown(on.directory)).toBe(true)
    expect(await erasedIn(on.store)).toBe(0)
  })

  it('is allowed to the person, and to a coordinator of all that lists them', async () => {
    for (const by of [self(1), coordinator]) {
      const { on, engine } = await scene()
      got(await engine.erase({ ...erasure, by })())
      expect(await isKnown(on.directory)).toBe(false)
      expect(await erasedIn(on.store)).toBe(1)
    }
  })

  it('asked for again by a coordinator is no refusal, when nothing is left', async () => {
    const { engine } = await scene()
    got(await engine.erase({ ...erasure, by: coordinator })())
    const again = await engine.erase({ ...erasure, by: coordinator })()
    expect(again).toEqual(E.right({ told: [], delayed: [] }))
  })

  it('is forbidden by no cohort that never saw the person', async () => {
    const { on, engine } = await scene()
    const stranger = { role: 'coordinator', id: participant(800) } as const
    await given(engine, { ...inCohort(2)(open), by: stranger })
    const refused = { ...enrolment(1), by: coordinator, enrolment: enrol(50).enrolment }
    got(await engine.enrol(cohortId(2), [refused])())
    got(await engine.erase({ ...erasure, by: coordinator })())
    expect(await isKnown(on.directory)).toBe(false)
  })

  it('is delayed by a cohort that cannot be read, there alone, and finished when it can', async () => {
    const { on, engine } = await scene()
    const { revision } = got(await engine.load(cohort)())
    got(await on.store.append(stream, revision, [unheard()])())
    const done = got(await engine.erase(erasure)())
    expect(done.told.map((one) => one.cohort)).toEqual([cohortId(1)])
    expect(done.delayed).toMatchObject([{ cohort, because: { _tag: 'Unreadable' } }])
    expect(await isKnown(on.directory)).toBe(false)
    const mended: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => async () =>
        E.map((read: Port.StreamPage) => ({
          ...read,
          records: read.records.map((record) =>
            record.type === 'Unheard'
              ? { ...record, type: 'CohortClosed', data: { at: at(8), by: { ...coordinator } } }
              : record,
          ),
        }))(await on.store.readStream(name, page)()),
    }
    const later = await opened({ ...on, store: mended })
    expect(got(await later.tick()()).erasures.told).toMatchObject([{ cohort }])
    expect(await erasedIn(on.store)).toBe(1)
    expect(got(await on.directory.erasing({ limit: 10 })())).toEqual([])
  })

  it('finds an enrolment that was under way, whenever it comes', async () => {
    const { on, engine } = await scene()
    await given(engine, inCohort(2)(open))
    got(await on.directory.listCohort(cohortId(2), [participant(1)])())
    const done = got(await engine.erase(erasure)())
    expect(done.delayed).toMatchObject([{ cohort: cohortId(2), because: { _tag: 'NotEnrolled' } }])
    // The enrolment that was listed before arrives only now.
    const listed = () => () => Promise.resolve(E.right(undefined))
    const underway = await opened({ ...on, directory: { ...on.directory, listCohort: listed } })
    await given(underway, inCohort(2)(enrol(1)))
    expect(got(await engine.tick()()).erasures.told).toMatchObject([{ cohort: cohortId(2) }])
    expect(await erasedIn(on.store, `cohort-${cohortId(2)}`)).toBe(1)
    expect(got(await on.directory.erasing({ limit: 10 })())).toEqual([])
  })

  it('refuses an enrolment that comes after it', async () => {
    const { on } = await scene()
    const other = await opened(on)
    await given(other, inCohort(2)(open))
    const meanwhile: Array<string> = []
    const directory: Port.Directory = {
      ...on.directory,
      erase: (people) => async () => {
        const answer = await on.directory.erase(people)()
        meanwhile.push(
          ...tags([
            ...got(await other.enrol(cohortId(2), [5, 1, 7].map(enrolment))()),
            await other.handle(inCohort(2)(enrol(1)))(),
          ]),
        )
        return answer
      },
    }
    const done = got(await (await opened({ ...on, directory })).erase(erasure)())
    expect(meanwhile).toEqual(['ok', 'Erased', 'ok', 'Erased'])
    expect(done.told).toHaveLength(2)
    const others = (await log(on.store, Stored.cohortStream(cohortId(2)))).slice(1)
    expect(others.map(({ data }) => data['participant'])).toEqual([5, 7].map(participant))
  })

  it('at the same time as an enrolment finds it, or has it refused', async () => {
    const { engine } = await scene()
    await given(engine, inCohort(2)(open))
    const erasingNow = engine.erase(erasure)()
    const enrolling = engine.enrol(cohortId(2), [enrolment(1)])()
    const [done, answer] = await Promise.all([erasingNow, enrolling])
    const { told, delayed } = got(done)
    const isIn = (some: ReadonlyArray<{ readonly cohort: unknown }>): boolean =>
      some.some((one) => one.cohort === cohortId(2))
    const [enrolled] = tags(got(answer))
    const found = isIn(told) ? 'found' : isIn(delayed) ? 'found, and told later' : 'not found'
    expect(['enrolled, found', 'enrolled, found, and told later', 'refused, not found']).toContain(
      `${enrolled === 'Erased' ? 'refused' : enrolled === 'ok' ? 'enrolled' : String(enrolled)}, ${found}`,
    )
  })

  it('finds who was enrolled by a command', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, open, enrol(1))
    expect(got(await engine.erase(erasure)()).told).toMatchObject([{ cohort }])
    expect(await erasedIn(on.store)).toBe(1)
  })

  it('of many at once goes through the directory once', async () => {
    const { on } = await scene()
    let erasures = 0
    const directory: Port.Directory = {
      ...on.directory,
      erase: (some) => {
        erasures += 1
        return on.directory.erase(some)
      },
    }
    const engine = await opened({ ...on, directory })
    got(await engine.enrol(cohort, [3, 5, 7].map(enrolment))())
    const participants = [1, 3, 5, 7].map(participant)
    const [first, ...others] = participants
    if (first === undefined) return
    const done = got(await engine.erase({ ...erasure, participants: [first, ...others] })())
    expect(done.told).toHaveLength(5)
    expect(erasures).toBe(1)
    expect(await erasedIn(on.store)).toBe(4)
  })
})

describe('enrolling', () => {
  it('lists nobody whom the cohort would not take, nor with one that is not there', async () => {
    const { on, engine } = await scene()
    const { by: _by, ...rest } = enrolment(5)
    const stranger = { ...rest, by: self(6) }
    const answers = got(await engine.enrol(cohort, [stranger, enrolment(7)])())
    expect(tags(answers)).toEqual(['NotAllowed', 'ok'])
    expect(tags(got(await engine.enrol(cohortId(77), [enrolment(9)])()))).toEqual(['UnknownCohort'])
    const listed = await Promise.all([5, 7, 9].map((n) => on.directory.cohortsOf(participant(n))()))
    expect(listed.map((cohorts) => got(cohorts).length)).toEqual([0, 1, 0])
  })

  it('lists the cohort before it enrols, and enrols nobody if that fails', async () => {
    const on = ports()
    const directory: Port.Directory = {
      ...on.directory,
      listCohort: () => () => Promise.resolve(E.left(Port.unavailable('planted'))),
    }
    const patience = { tries: 1, first: 1, most: 1 }
    const engine = await opened({ ...on, directory, patience })
    await given(engine, open)
    expect(tags(got(await engine.enrol(cohort, [enrolment(1)])()))).toEqual(['Unavailable'])
    expect(tags([await engine.handle(enrol(1))()])).toEqual(['Unavailable'])
    expect(await log(on.store)).toHaveLength(1)
  })

  it('that the directory cannot list fails alone: others in the same batch are answered', async () => {
    const on = ports()
    await given(await opened(on), open, enrol(1))
    const listCohort = () => () => Promise.resolve(E.left(Port.misused('planted')))
    const engine = await opened({ ...on, directory: { ...on.directory, listCohort } })
    got(await engine.load(cohort)())
    const both = [enrol(3), { ...amend(1, 2, 5) }, enrol(5)]
    expect(tags(await handleAll(engine, both))).toEqual(['Misused', 'ok', 'Misused'])
  })

  it('lists nobody whom the cohort has come to refuse, though this engine has not seen it yet', async () => {
    const on = ports()
    const [one, other] = [await opened(on), await opened(on)]
    await given(one, open, enrol(1))
    await given(other, close(9))
    expect(tags(await handleAll(one, [enrol(3)]))).toEqual(['CohortOver'])
    expect(got(await on.directory.cohortsOf(participant(3))())).toEqual([])
  })

  it('lists nobody whom a stranger would enrol, or who is said to be enrolled tomorrow', async () => {
    const { on, engine } = await scene()
    const strange = { ...enrol(5), by: { role: 'coordinator', id: participant(99) } as const }
    const ahead = { ...enrol(7), at: at(9e6) }
    expect(tags(await handleAll(engine, [strange, ahead, enrol(9)]))).toEqual([
      ...['NotAllowed', 'TooFar', 'ok'],
    ])
    const listed = await Promise.all(
      [5, 7, 9].map(async (n) => got(await on.directory.cohortsOf(participant(n))()).length),
    )
    expect(listed).toEqual([0, 0, 1])
  })
})

describe('an erasure', () => {
  it('tells every cohort, though the directory cannot take down that they were told', async () => {
    const { on, engine } = await scene()
    const many = Array.from({ length: 79 }, (_, n) => n + 3)
    got(await engine.enrol(cohort, many.map(enrolment))())
    const [first, ...others] = [1, ...many].map(participant)
    if (first === undefined) return
    const told = () => () => Promise.resolve(E.left(Port.unavailable('somebody reads the file')))
    const patience = { tries: 1, first: 1, most: 1 }
    const delayed = await opened({ ...on, directory: { ...on.directory, told }, patience })
    const answer = await delayed.erase({ ...erasure, participants: [first, ...others] })()
    expect(tags([answer])).toEqual(['Unavailable'])
    expect(await erasedIn(on.store)).toBe(80)
    expect(await erasedIn(on.store, Stored.cohortStream(cohortId(1)))).toBe(1)
    expect(got(await (await opened(on)).tick()()).erasures.told).toHaveLength(81)
    expect(got(await on.directory.erasing({ limit: 100 })())).toEqual([])
  })

  it('tells two cohorts of three where the third cannot be read, by whoever asks', async () => {
    for (const by of [coordinator, self(1), system]) {
      const { on, engine } = await scene()
      await given(engine, inCohort(2)(open))
      got(await engine.enrol(cohortId(2), [enrolment(1)])())
      const { revision } = got(await engine.load(cohort)())
      got(await on.store.append(stream, revision, [unheard()])())
      for (const one of [engine, await opened(on)]) {
        const done = got(await one.erase({ ...erasure, by })())
        expect(done.delayed).toMatchObject([{ cohort, because: { _tag: 'Unreadable' } }])
      }
      for (const n of [1, 2])
        expect(await erasedIn(on.store, Stored.cohortStream(cohortId(n)))).toBe(1)
    }
  })

  it('finds who is enrolled just before the cohort closes', async () => {
    const { on } = await scene()
    const writer = await opened(on)
    await given(writer, inCohort(2)(open))
    got(await on.directory.listCohort(cohortId(2), [participant(1)])())
    const listed = () => () => Promise.resolve(E.right(undefined))
    const other = await opened({ ...on, directory: { ...on.directory, listCohort: listed } })
    const name = Stored.cohortStream(cohortId(2))
    let reads = 0
    const store: Port.EventStore = {
      ...on.store,
      readStream: (asked, page) => async () => {
        // Two readings answer that nobody is there, the third one asks why.
        if (asked === name && (reads += 1) === 3) {
          reads += 1
          await given(other, inCohort(2)(enrol(1)), inCohort(2)(close(8)))
        }
        return on.store.readStream(asked, page)()
      },
    }
    const engine = await opened({ ...on, store })
    got(await engine.erase(erasure)())
    got(await writer.tick()())
    expect(await erasedIn(on.store, name)).toBe(1)
    expect(got(await on.directory.erasing({ limit: 10 })())).toEqual([])
  })

  it('that is given as a command deletes from the directory first, and tells all cohorts', async () => {
    const { on, engine } = await scene()
    const command = {
      type: 'EraseParticipant',
      cohort,
      at: at(9),
      participant: participant(1),
    } as const
    const stranger = { role: 'coordinator', id: participant(800) } as const
    await given(engine, { ...inCohort(2)(open), by: stranger })
    expect(tags([await engine.handle({ ...command, by: stranger })()])).toEqual(['NotAllowed'])
    got(await engine.enrol(cohortId(2), [{ ...enrolment(1), by: stranger }])())
    // Who coordinates one of the cohorts has no say in the others.
    for (const by of [coordinator, stranger, self(3)])
      expect(tags([await engine.handle({ ...command, by })()])).toEqual(['NotAllowed'])
    expect(await isKnown(on.directory)).toBe(true)
    expect(await erasedIn(on.store)).toBe(0)
    for (let times = 0; times < 2; times += 1)
      got(await engine.handle({ ...command, by: self(1) })())
    expect(await isKnown(on.directory)).toBe(false)
    expect(await erasedIn(on.store)).toBe(1)
    got(await engine.tick()())
    for (const n of [1, 2])
      expect(await erasedIn(on.store, Stored.cohortStream(cohortId(n)))).toBe(1)
    expect(got(await on.directory.erasing({ limit: 10 })())).toEqual([])
  })

  it('that is given as a command is not recorded while the cohort cannot be asked first', async () => {
    const { on } = await scene()
    let failures = 1
    const store: Port.EventStore = {
      ...on.store,
      readStream: (...page) =>
        failures-- > 0
          ? () => Promise.resolve(E.left(Port.unavailable('planted')))
          : on.store.readStream(...page),
    }
    const patience = { tries: 1, first: 1, most: 1 }
    const engine = await opened({ ...on, store, patience })
    const erase: Command.EraseParticipant = {
      type: 'EraseParticipant',
      ...{ cohort, participant: participant(1), at: erasure.at, by: self(1) },
    }
    expect(tags([await engine.handle(erase)()])).toEqual(['Unavailable'])
    expect([await isKnown(on.directory), await erasedIn(on.store)]).toEqual([true, 0])
    expect(tags([await engine.handle(erase)()])).toEqual(['ok'])
    expect(await isKnown(on.directory)).toBe(false)
  })

  it('of many tells the directory once of each cohort', async () => {
    const { on, engine } = await scene()
    const many = Array.from({ length: 99 }, (_, n) => n + 3)
    got(await engine.enrol(cohort, many.map(enrolment))())
    let times = 0
    const told: Port.Directory['told'] = (...given) => {
      times += 1
      return on.directory.told(...given)
    }
    const counting = await opened({ ...on, directory: { ...on.directory, told } })
    const [first, ...others] = many.map(participant)
    if (first === undefined) return
    const done = await counting.erase({ ...erasure, participants: [first, ...others] })()
    expect([got(done).told.length, times]).toEqual([99, 1])
  })

  it('by a coordinator takes nothing of whom no cohort of theirs lists', async () => {
    const { on, engine } = await scene()
    const text = {
      text: '00000000-0000-4000-8000-000000007000' as Port.Text['text'],
      author: participant(70),
      subjects: [],
      words: 'Mine.',
    }
    got(await on.directory.putText(text)())
    const participants = [participant(70)] as const
    await engine.erase({ ...erasure, participants, by: coordinator })()
    expect(got(await on.directory.findText(text.text)())).toEqual(text)
    got(await on.directory.putPeople([person(70)])())
    expect(got(await on.directory.findPeople(participants)()).size).toBe(1)
  })

  it('finds who was enrolled after the copy from which the directory was put back', async () => {
    const { on } = await scene()
    const directory = ports().directory
    const engine = await opened({ ...on, directory })
    const done = got(await engine.erase(erasure)())
    expect(done.told).toHaveLength(2)
    expect(await erasedIn(on.store)).toBe(1)
    expect(tags([await engine.handle(amend(1, 2, 9))()])).toEqual(['NotAllowed'])
  })

  it('is carried out once more in a directory that was put back from a copy', async () => {
    const { on, engine } = await scene()
    got(await engine.erase(erasure)())
    const copy = memoryDirectory()
    got(await copy.putPeople([person(1), person(3)])())
    for (const of of [cohort, cohortId(1)]) got(await copy.listCohort(of, [participant(1)])())
    const restored = await opened({ ...on, directory: copy, pageSize: 2 })
    const { told } = got(await restored.tick()()).erasures
    expect(told.map((one) => one.cohort).sort()).toEqual([cohort, cohortId(1)].sort())
    expect(await isKnown(copy)).toBe(false)
    expect(got(await copy.findPeople([participant(3)])()).size).toBe(1)
    got(await copy.putPeople([person(1)])())
    expect(await isKnown(copy)).toBe(false)
    expect(await erasedIn(on.store)).toBe(1)
    expect(got(await restored.tick()()).erasures).toEqual({ told: [], delayed: [] })
  })

  it('is said once more in a log that was put back from a copy', async () => {
    const { on, engine } = await scene()
    const copy = ports().store
    const page = got(await on.store.readLog({ limit: 1000 })())
    got(await engine.erase(erasure)())
    for (const {
      stream: of,
      revision,
      checkpoint: _at,
      recordedAt: _when,
      ...record
    } of page.records)
      got(await copy.append(of, revision - 1, [record])())
    expect(await erasedIn(copy)).toBe(0)
    const restored = await opened({ ...on, store: copy, viewStore: ports().viewStore, pageSize: 2 })
    got(await restored.tick()())
    expect(await erasedIn(copy)).toBe(1)
    got(await restored.tick()())
    expect(await erasedIn(copy)).toBe(1)
  })
})
