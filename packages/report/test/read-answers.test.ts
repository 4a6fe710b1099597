import { Values } from '@reverse-mentoring/core'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { choosePolicy } from '../src/policy.ts'
import { memoryPorts } from '../src/ports.ts'
import { readAnswers } from '../src/read-answers.ts'
import { eventsAfter } from '../src/simulation/history.ts'
import { settingOf } from '../src/simulation/setting.ts'
import { simulate } from '../src/simulation/simulate.ts'
import { bundledRoster } from './bundled-roster.ts'
import { answersOf } from './report/answers.ts'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const start = '2026-01-12T00:00:00.000Z' as Values.Instant
const roster = await bundledRoster()
const { policy, rules } = right(await choosePolicy('optimal')())

/** What the desks answer about a run that stopped after some days, and what its events say. */
const askedAfter = async (days: number) => {
  const setting = settingOf({ seed: 1, start, roster, policy })
  const ports = memoryPorts()
  const until = Values.plusDays(start, days)
  const life = { ...ports, setting, rules, zone: 'Europe/London' as Values.Zone, until }
  right(await simulate({ ...life, onStep: () => undefined, onDraft: () => undefined })())
  const engine = right(await openEngine(ports)())
  const answers = right(await readAnswers(engine, { ...setting, asOf: until })())
  const events = right(await eventsAfter(ports.store, setting.cohort, 0)())
  return { answers, expected: answersOf(events, until) }
}

describe('the answers that a report is made from', () => {
  it.each([25, 70, 184])('are what the history says, after %i days', async (days) => {
    const { answers, expected } = await askedAfter(days)
    expect(answers?.board.length).toBeGreaterThan(20)
    expect(answers).toEqual(expected)
    expect(answers?.figures === undefined).toBe(days === 25)
  })

  it('are none before the opening', async () => {
    expect((await askedAfter(0)).answers).toBeUndefined()
  })
})
