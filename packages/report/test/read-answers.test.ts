import { Command, Port, Values } from '@reverse-mentoring/core'
import { explainTooManyRows, readAnswers, type ReportDesk } from '@reverse-mentoring/report'
import { openEngine, randomId } from '@reverse-mentoring/runtime'
import * as Memory from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import { everyRow } from '../src/read/every-row.ts'
import { answersOfState } from './answers.ts'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const ports = {
  store: Memory.memoryEventStore(),
  viewStore: Memory.memoryViewStore(),
  directory: Memory.memoryDirectory(),
}
const engine = right(await openEngine(ports)())
const by = { role: 'coordinator', id: randomId(Values.ParticipantId) } as const
const asOf = '2026-03-01T10:00:00.000Z' as Values.Instant

/** A cohort with so many mentors, as its coordinator runs it. */
const cohortOf = async (mentors: number) => {
  const cohort = randomId(Values.CohortId)
  const dates = { at: asOf, start: asOf, plannedEnd: Values.plusDays(asOf, 180) }
  const terms = { mode: 'reverse', terms: 1, zone: 'Asia/Tokyo' as Values.Zone } as const
  const lists = { programme: randomId(Values.ProgrammeId), codes: Command.noCodes }
  const rules = Command.defaultRules
  right(
    await engine.handle({ type: 'OpenCohort', cohort, by, ...dates, ...terms, ...lists, rules })(),
  )
  const people = Array.from({ length: mentors }, () => ({
    ...{ capacity: 1, external: false, chain: [], offered: [], sought: [], seniority: 2 },
    ...{ enrolment: randomId(Values.EnrolmentId), participant: randomId(Values.ParticipantId) },
    ...{ role: 'mentor' as const, at: asOf, by },
  }))
  right(await engine.enrol(cohort, people)())
  right(await engine.catchUp())
  return cohort
}

describe('the answers that a report is made from', () => {
  test('are what the cohort’s state says, over several pages', async () => {
    const cohort = await cohortOf(1203)
    const answers = right(await readAnswers(engine.coordinator(by.id), { cohort, asOf })())
    const { cohort: state } = right(await engine.load(cohort)())
    expect(answers?.roster).toHaveLength(1203)
    expect(answers).toEqual(answersOfState(state, asOf, undefined))
  })

  test('are none where the desk does not have the cohort', async () => {
    const cohort = await cohortOf(1)
    const asked = { cohort, asOf }
    const other = engine.coordinator(randomId(Values.ParticipantId))
    expect(right(await readAnswers(other, asked)())).toBeUndefined()
  })

  test('are none where a question goes wrong, and it says how', async () => {
    const cohort = await cohortOf(1)
    const desk = engine.coordinator(by.id)
    const down = TE.left(Port.unavailable('asleep'))
    for (const question of [
      'board',
      'roster',
      'runs',
      'momentum',
      'calendar',
      'figures',
    ] as const) {
      const broken: ReportDesk = { ...desk, [question]: () => down }
      expect(await readAnswers(broken, { cohort, asOf })()).toEqual(
        E.left(Port.unavailable('asleep')),
      )
    }
  })

  test('are not cut: too many rows are told', async () => {
    const cohort = await cohortOf(30)
    const desk = engine.coordinator(by.id)
    const read = await everyRow(
      'roster',
      (page) => desk.roster(cohort, { ...page, limit: 10 }),
      20,
    )()
    expect(read).toEqual(E.left({ _tag: 'TooManyRows', answer: 'roster', most: 20 }))
    expect(
      E.isLeft(read) &&
        '_tag' in read.left &&
        read.left._tag === 'TooManyRows' &&
        explainTooManyRows(read.left),
    ).toMatch(/more than 20 rows/)
    expect(right(await everyRow('roster', (page) => desk.roster(cohort, page), 30)())).toHaveLength(
      30,
    )
  })
})
