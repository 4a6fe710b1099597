import { Cohort, Port } from '@reverse-mentoring/core'
import { due } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  at,
  consent,
  enrol,
  given,
  got,
  inCohort,
  log,
  open,
  opened,
  pairing,
  participant,
  ports,
  propose,
  system,
  stream,
  unheard,
} from '../scene.ts'

const deadline = 2 + 14 * 24

const life = [
  open,
  ...[1, 2, 3, 4].map(enrol),
  propose(1, 2),
  propose(3, 4),
  consent(2, 1, 3),
  consent(1, 1, 4),
]

describe('the timekeeper', () => {
  it('lapses what was not answered in time, in every cohort, and nothing before', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    await given(engine, ...life.map(inCohort(1)))
    got(await engine.catchUp())
    expect(got(await engine.tick(at(deadline - 1))()).lapsed).toBe(0)
    expect(got(await engine.tick(at(deadline))()).lapsed).toBe(2)
    got(await engine.catchUp())
    expect(got(await engine.tick(at(deadline + 1))()).lapsed).toBe(0)
    expect((await log(on.store)).at(-1)?.data).toMatchObject({
      pairing: pairing(3),
      reason: 'lapsed',
    })
  })

  it('lapses nothing twice, whoever keeps time beside it', async () => {
    const on = ports()
    const engines = await Promise.all([opened(on), opened(on), opened(on)])
    await given(engines[0], ...life)
    got(await engines[0].catchUp())
    await Promise.all(engines.map((engine) => engine.tick(at(deadline))()))
    await Promise.all(engines.map((engine) => engine.tick(at(deadline + 1))()))
    const ends = (await log(on.store)).filter(({ type }) => type === 'PairingEnded')
    expect(ends).toHaveLength(1)
  })

  it('reads what is due on a quiet day, and no cohort', async () => {
    const on = ports()
    let reads = 0
    const store: Port.EventStore = {
      ...on.store,
      readStream: (name, page) => {
        reads += 1
        return on.store.readStream(name, page)
      },
    }
    const writer = await opened(on)
    for (let n = 0; n < 50; n += 1) await given(writer, ...life.map(inCohort(n)))
    got(await writer.catchUp())
    const engine = await opened({ ...on, store })
    expect(got(await engine.tick(at(deadline - 1))()).lapsed).toBe(0)
    expect(reads).toBe(0)
  })

  it('is stopped by no cohort that cannot be read, and says which', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    await given(engine, ...life.map(inCohort(1)))
    got(await engine.catchUp())
    got(await on.store.append(stream, life.length, [unheard()])())
    const ticked = got(await (await opened(on)).tick(at(deadline))())
    expect(ticked.lapsed).toBe(1)
    expect(ticked.failed).toMatchObject([{ because: { _tag: 'Unreadable' } }])
  })

  it('is stopped by no row that cannot be read, for the cohort says what is due', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    await given(engine, ...life.map(inCohort(1)))
    got(await engine.catchUp())
    const rows: Port.ViewStore['rows'] = (view, place, page) => async () => {
      const answer = await on.viewStore.rows(view, place, page)()
      const garbled = got(answer).rows.map((row, i) => (i === 0 ? { ...row, row: {} } : row))
      return { ...answer, right: { ...got(answer), rows: garbled } }
    }
    const other = await opened({ ...on, viewStore: { ...on.viewStore, rows } })
    expect(got(await other.tick(at(deadline))())).toMatchObject({ lapsed: 2, failed: [] })
  })

  it('finishes erasures though nobody can say what is due', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    got(await on.directory.erase([participant(1)])())
    const rows = () => () => Promise.resolve(E.left(Port.misused('damaged')))
    const other = await opened({ ...on, viewStore: { ...on.viewStore, rows } })
    expect(await other.tick(at(9))()).toMatchObject({ left: { _tag: 'Misused' } })
    expect((await log(on.store)).at(-1)?.type).toBe('ParticipantErased')
  })

  it('says what lapsed though erasures cannot be finished, and why not', async () => {
    const on = ports()
    const engine = await opened(on)
    await given(engine, ...life)
    got(await engine.catchUp())
    const unfinished = Port.misused('read by others')
    const erasing = () => () => Promise.resolve(E.left(unfinished))
    const other = await opened({ ...on, directory: { ...on.directory, erasing } })
    expect(got(await other.tick(at(deadline))())).toMatchObject({ lapsed: 1, unfinished })
  })

  it('has nothing due of a cohort that was never opened', () => {
    expect(due(Cohort.noCohort, at(9000), system)).toEqual([])
  })
})
