import { Cohort } from '@reverse-mentoring/core'
import {
  arbitraryWalk,
  checkInvariant,
  invariants,
  theCore,
  type Core,
} from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

/** Whoever asks to close the cohort closes it. */
const lax: Core = {
  ...theCore,
  decide: (command, cohort) => {
    const answer = Cohort.decide(command, cohort)
    const { at, by } = command
    return command.type === 'CloseCohort' && E.isLeft(answer)
      ? E.right([{ type: 'CohortClosed', at, by }])
      : answer
  },
}

const told = (): string => {
  for (const invariant of invariants.filter(({ rule }) => rule === 'INV41')) {
    try {
      checkInvariant(invariant, { core: lax, numRuns: 2000, seed: 42 })
    } catch (broken) {
      return broken instanceof Error ? broken.message : ''
    }
  }
  return ''
}

describe('a broken rule', () => {
  const message = told()

  test('is told on a screen: what, and after which commands, by number', () => {
    expect(message).toMatch(/^INV41 every event is said by somebody who may say it: event \d+: /)
    expect(message).toContain('seed 42')
    expect(message).toMatch(/\n {2}1 {2}@0h {2}coordinator #\w+: OpenCohort .* → CohortOpened\n/)
    expect(message.split('\n').length).toBeLessThan(45)
    expect(Math.max(...message.split('\n').map(({ length }) => length))).toBeLessThan(260)
  })

  test('is told up to the command that broke it', () => {
    expect(message).toMatch(/: CloseCohort .*→ CohortClosed$/)
  })
})

test('A runner that prints a walk shows its commands', () => {
  const [walk] = fc.sample(arbitraryWalk(), { numRuns: 1, seed: 3 })
  const text = fc.stringify(walk)
  expect(text).toMatch(/@\d+h {2}\w+ #\w+: [A-Z]\w+/)
  expect(text.length).toBeLessThan(12_000)
})
