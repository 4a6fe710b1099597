import { View, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { everyPage } from '@reverse-mentoring/runtime'
import { describe, expect, it } from 'vitest'
import {
  at,
  close,
  cohort,
  cohortId,
  consent,
  coordinator,
  enrol,
  enrolment,
  given,
  got,
  inCohort,
  open,
  opened,
  pairing,
  participant,
  ports,
  propose,
  schedule,
  session,
  tags,
} from '../scene.ts'

const life = [
  open,
  ...[1, 2, 3, 4].map(enrol),
  propose(1, 2),
  propose(3, 4),
  consent(2, 1, 3),
  consent(1, 1, 4),
  schedule(1, 1, 6),
]

const scene = async () => {
  const on = ports()
  const engine = await opened(on)
  await given(engine, ...life)
  await given(engine, ...life.map(inCohort(1)))
  got(await engine.catchUp())
  return { on, engine }
}

describe('a coordinator', () => {
  it('sees the board, the roster, momentum and the calendar, as pages and one by one', async () => {
    const { engine } = await scene()
    const desk = engine.coordinator(coordinator.id)
    expect(got(await desk.board(cohort)()).items.map(({ state }) => state)).toEqual([
      'formal',
      'awaiting-answers',
    ])
    expect(got(await desk.pairing(cohort, pairing(3))())?.state).toBe('awaiting-answers')
    expect(got(await desk.pairing(cohort, pairing(99))())).toBeUndefined()
    expect(got(await desk.roster(cohort)()).items).toHaveLength(4)
    expect(got(await desk.enrolment(cohort, enrolment(2))())?.participant).toBe(participant(2))
    expect(got(await desk.waitingList(cohort)())).toEqual([])
    expect(got(await desk.momentum(cohort, at(200))()).items).toMatchObject([{ level: 'steady' }])
    expect(got(await desk.calendar(cohort)()).items).toMatchObject([{ state: 'planned' }])
    expect(got(await desk.session(cohort, session(6))())?.state).toBe('planned')
    expect(got(await desk.figures(cohort, at(200))())).toBeUndefined()
  })

  it('need not remember the close', async () => {
    const { engine } = await scene()
    const desk = engine.coordinator(coordinator.id)
    got(await engine.awaitView(await given(engine, close(9)))())
    expect(got(await desk.board(cohort)()).items.map(({ state }) => state)).toEqual([
      'ended',
      'will-not-go-ahead',
    ])
    expect(got(await desk.calendar(cohort)()).items).toMatchObject([{ state: 'void' }])
    expect(got(await desk.roster(cohort)()).items.every(({ inUse }) => inUse === 0)).toBe(true)
  })

  it('goes page by page, and a page is good for its own answer alone', async () => {
    const { engine } = await scene()
    const desk = engine.coordinator(coordinator.id)
    const all = got(await everyPage((page) => desk.roster(cohort, { ...page, limit: 1 }))())
    expect(all).toEqual(got(await desk.roster(cohort)()).items)
    const wrong = 'bm90IGEgcGFnZSB0b2tlbiBhdCBhbGw' as never
    expect(tags([await desk.roster(cohort, { after: wrong })()])).toEqual(['Misused'])
    for (const limit of [0, -1, 1.5, NaN, 1001]) {
      expect(tags([await desk.roster(cohort, { limit })()])).toEqual(['Misused'])
    }
  })

  it('who was enrolled learns nothing, of a cohort that is not there neither', async () => {
    const { engine } = await scene()
    const insider = engine.coordinator(participant(1))
    expect(tags([await insider.board(cohort)()])).toEqual(['NotAllowed'])
    expect(tags([await insider.pairing(cohort, pairing(1))()])).toEqual(['NotAllowed'])
    expect(tags([await insider.waitingList(cohort)()])).toEqual(['NotAllowed'])
    expect(tags([await insider.figures(cohort, at(999))()])).toEqual(['NotAllowed'])
    const desk = engine.coordinator(coordinator.id)
    expect(tags([await desk.board(cohortId(77))()])).toEqual(['UnknownCohort'])
  })
})

describe('a participant', () => {
  it('sees their own in all cohorts, and nobody else’s', async () => {
    const { engine } = await scene()
    const mine = got(await engine.participant(participant(2)).pairings()()).items
    expect(mine.map(({ state }) => state)).toEqual(['formal', 'formal'])
    expect(new Set(mine.map((row) => row.participant))).toEqual(new Set([participant(2)]))
    const sessions = got(await engine.participant(participant(1)).sessions()()).items
    expect(sessions).toHaveLength(2)
    const consents = got(await engine.participant(participant(2)).consents()()).items
    expect(consents.every((row) => row.participant === participant(2))).toBe(true)
    expect(consents).toHaveLength(2)
    const later = await engine.participant(participant(1)).sessions(at(500))()
    expect(got(later).items).toEqual([])
  })

  it('who was never asked sees nothing of a proposal', async () => {
    const { engine } = await scene()
    const unasked = engine.participant(participant(3))
    for (const answer of [unasked.pairings(), unasked.sessions(), unasked.consents()]) {
      expect(
        got<{ readonly _tag: string }, { readonly items: ReadonlyArray<object> }>(await answer())
          .items,
      ).toEqual([])
    }
    expect(got(await engine.participant(participant(4)).pairings()()).items).toMatchObject([
      { state: 'awaiting-me' },
      { state: 'awaiting-me' },
    ])
  })
})

describe('every answer but the operator’s', () => {
  it('shows no revision and no version', async () => {
    const { engine } = await scene()
    const desk = engine.coordinator(coordinator.id)
    const mine = engine.participant(participant(2))
    const answers = await Promise.all([
      desk.cohorts()(),
      desk.board(cohort)(),
      desk.roster(cohort)(),
      desk.calendar(cohort)(),
      desk.figures(cohort, at(999))(),
      engine.sponsor.figures(cohort, at(999))(),
      mine.pairings()(),
      mine.consents()(),
      engine.auditor.ledger(cohort)(),
    ])
    expect(JSON.stringify(answers)).not.toMatch(/"(revision|version|checkpoint|record|parked)"/)
  })
})

describe('a row that is not what its view says', () => {
  it('is a failure, and no gap', async () => {
    const { on, engine } = await scene()
    const bent: Port.ViewStore = {
      ...on.viewStore,
      rows: (view, place, page) => async () =>
        E.map((read: Port.RowPage) => ({
          ...read,
          rows: read.rows.map((one) => ({ ...one, row: { ...one.row, state: 'odd' } })),
        }))(await on.viewStore.rows(view, place, page)()),
    }
    expect(engine).toBeDefined()
    const reading = await opened({ ...on, viewStore: bent })
    expect(await reading.coordinator(coordinator.id).board(cohort)()).toEqual(
      E.left({ _tag: 'UnreadableRow', view: View.pairingBoard.name, cohort }),
    )
  })
})

describe('the operator', () => {
  it('sees which cohorts there are, and what is due', async () => {
    const { engine } = await scene()
    const cohorts = got(await engine.operator.cohorts()()).items
    expect(cohorts.map((row) => [row.cohort, row.state])).toEqual([
      [cohort, 'open'],
      [cohortId(1), 'open'],
    ])
    const due = (hour: number) => engine.operator.due(at(hour))
    expect(got(await due(2 + 14 * 24 - 1)()).items).toEqual([])
    const ids: ReadonlyArray<Values.CohortId> = got(await due(2 + 14 * 24)()).items.map(
      (row) => row.cohort,
    )
    expect(ids).toEqual([cohort, cohortId(1)])
  })
})
