import { checkHistory } from '@reverse-mentoring/audit'
import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { choosePolicy } from '../../src/policy.ts'
import { memoryPorts } from '../../src/ports.ts'
import { bundledRoster } from '../bundled-roster.ts'
import { sayFailure } from '../../src/simulation/failure.ts'
import { eventsAfter } from '../../src/simulation/history.ts'
import { settingOf } from '../../src/simulation/setting.ts'
import { simulate } from '../../src/simulation/simulate.ts'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const start = '2026-01-12T00:00:00.000Z' as Values.Instant
const roster = await bundledRoster()
const { policy, rules } = right(await choosePolicy('optimal')())

/** The whole history of a seed. */
const historyOf = async (seed: number): Promise<ReadonlyArray<Event.CohortEvent>> => {
  const setting = settingOf({ seed, start, roster, policy })
  const { store, viewStore, directory } = memoryPorts()
  const lived = await simulate({
    setting,
    store,
    viewStore,
    directory,
    rules,
    zone: 'Europe/London' as Values.Zone,
    until: '2027-01-01T00:00:00.000Z' as Values.Instant,
    onStep: () => undefined,
    onDraft: () => undefined,
  })()
  if (E.isLeft(lived)) throw new Error(sayFailure(lived.left))
  return right(await eventsAfter(store, setting.cohort, 0)())
}

const pairingsAfter = (events: ReadonlyArray<Event.CohortEvent>) => {
  const cohort = Cohort.foldCohort(events)
  return Cohort.pairings(cohort)
}

const seeds = [1, 2, 3]
const histories = await Promise.all(seeds.map(historyOf))

describe.each(seeds.map((seed, i) => ({ seed, events: histories[i] ?? [] })))(
  'a life under seed $seed',
  ({ seed, events }) => {
    const pairings = pairingsAfter(events)
    const ended = (because: Cohort.EndCause) =>
      pairings.filter((pairing) => pairing._tag === 'Ended' && pairing.because === because).length

    it('breaks no rule', () => {
      expect(events.length).toBeGreaterThan(1000)
      expect(checkHistory(events)).toEqual([])
    })

    it('holds what a first cohort should show', () => {
      const types = new Set(events.map(({ type }) => type))
      for (const type of [
        'BriefingCompleted',
        'ConflictDeclared',
        'MatchingRan',
        'GoalsAgreed',
        'SessionRescheduled',
        'SessionCancelled',
        'FeedbackGiven',
        'PracticeShared',
        'CandidateNominated',
        'CohortClosed',
      ] as const) {
        expect(types).toContain(type)
      }
      expect(events.filter(({ type }) => type === 'MatchingRan').length).toBe(2)
      expect(ended('lapsed')).toBeGreaterThanOrEqual(1)
      expect(ended('refused')).toBeGreaterThanOrEqual(2)
      expect(ended('withdrawn')).toBe(1)
      expect(ended('left')).toBeGreaterThanOrEqual(1)
      expect(ended('closed')).toBeGreaterThan(15)
    })

    it('is the same again', async () => {
      expect(await historyOf(seed)).toEqual(events)
    })
  },
)

describe('other seeds', () => {
  it('are other histories of other people', () => {
    const people = histories.flatMap((events) =>
      events.flatMap((event) => (event.type === 'Enrolled' ? [event.participant] : [])),
    )
    expect(new Set(people).size).toBe(people.length)
  })
})
