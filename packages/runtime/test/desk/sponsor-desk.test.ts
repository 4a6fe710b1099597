import { Stored, Values, View, type Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  at,
  close,
  cohort,
  cohortId,
  consent,
  enrol,
  given,
  got,
  log,
  open,
  opened,
  ports,
  propose,
  self,
  stream,
  tags,
  unheard,
} from '../scene.ts'

const day = 24
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

/** Ten pairs are enrolled and proposed; k is 5. */
const life = [
  open,
  ...numbers(20).map(enrol),
  ...numbers(10).map((n) => propose(2 * n - 1, 2 * n, 3)),
]

const declare = (hour: number): Command.DeclareConflict => ({
  ...{ type: 'DeclareConflict', cohort, at: at(hour), by: self(1) },
  against: self(4).id,
})

const scene = async (...more: ReadonlyArray<Command.Command>) => {
  const on = ports()
  const engine = await opened(on)
  await given(engine, ...life, ...more)
  const figuresAt = async (hour: number) => got(await engine.sponsor.figures(cohort, at(hour))())
  return { on, engine, figuresAt }
}

describe('a sponsor', () => {
  it('learns nothing before the first date', async () => {
    const { figuresAt } = await scene(declare(31 * day))
    expect(await figuresAt(30 * day - 1)).toBeUndefined()
    expect(await figuresAt(30 * day)).toMatchObject({ asOf: at(30 * day), kind: 'published' })
  })

  it('gets the same answer however often they ask, and nothing new between dates', async () => {
    const { engine, figuresAt } = await scene(declare(31 * day))
    const first = await figuresAt(31 * day)
    expect(await figuresAt(31 * day)).toEqual(first)
    await given(
      engine,
      ...numbers(5).flatMap((n) => [
        consent(2 * n, 2 * n - 1, 32 * day),
        consent(2 * n - 1, 2 * n - 1, 33 * day),
      ]),
    )
    // Said before the date, and recorded after it was published.
    await given(engine, enrol(21), enrol(22), enrol(23), enrol(24), enrol(25), enrol(26))
    expect(await figuresAt(31 * day)).toEqual(first)
    expect(await figuresAt(60 * day - 1)).toEqual(first)
    await given(engine, close(61 * day))
    expect(await figuresAt(59 * day)).toEqual(first)
    const second = await figuresAt(60 * day)
    expect(second).not.toEqual(first)
    expect(second?.figures.map(({ figure }) => figure)).toContain('formal')
    expect((await figuresAt(5000 * day))?.asOf).toBe(at(61 * day))
  })

  it('sees no figure of fewer than k people', async () => {
    const { figuresAt } = await scene(consent(2, 1, 4), consent(1, 1, 5), declare(31 * day))
    const names = (await figuresAt(31 * day))?.figures.map(({ figure }) => figure)
    expect(names).toContain('enrolled')
    expect(names).not.toContain('formal')
  })

  it('gets what the figures of the history are', async () => {
    const { on, figuresAt } = await scene(close(90 * day))
    const events = (await log(on.store)).map((record) => got(Stored.decodeEvent(record)))
    const dates = [30, 90]
    for (const [i, date] of dates.entries()) {
      expect(await figuresAt(date * day)).toEqual(View.publications(events)[i])
    }
  })

  it('hears of a cohort that is not there, and of one that cannot be read, and no revision', async () => {
    const { on, engine } = await scene()
    expect(tags([await engine.sponsor.figures(cohortId(77), at(0))()])).toEqual(['UnknownCohort'])
    const revision = (await log(on.store)).length
    expect(E.isRight(await on.store.append(stream, revision, [unheard()])())).toBe(true)
    expect(await engine.sponsor.figures(cohort, Values.plusDays(at(0), 99))()).toEqual(
      E.left({ _tag: 'Halted', cohort }),
    )
  })
})
