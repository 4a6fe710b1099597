import { Cohort, type Command } from '@reverse-mentoring/core'
import {
  arbitraryCommand,
  arbitraryHistory,
  arbitraryWalk,
  checkInvariant,
  invariants,
  Scene,
  theCore,
  type Also,
  type Core,
  type WalkOptions,
} from '@reverse-mentoring/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Throws where a pairing is formal. */
const also: Also = (cohort) => {
  if (Cohort.pairings(cohort).some(({ _tag }) => _tag === 'Formal')) throw new RangeError('oh')
  const by = Scene.the.system
  return fc.constant({ type: 'CloseCohort', cohort: Scene.id('cohort', 9), at: Scene.at(1), by })
}

/** Gives what throws when a command is made of it. */
const alsoLater: Also = () =>
  fc.constant(0).map((): Command.Command => {
    throw new RangeError('oh')
  })

const decide: Core['decide'] = (command, cohort) => {
  if (command.type === 'GiveConsent') throw new RangeError('oh')
  return Cohort.decide(command, cohort)
}

const evolve: Core['evolve'] = (cohort, event) => {
  if (event.type === 'Matched') throw new RangeError('oh')
  return Cohort.evolve(cohort, event)
}

const ways: ReadonlyArray<readonly [which: string, name: string, options: WalkOptions]> = [
  ['`also`', 'where a pairing is formal', { also, maxLength: 30 }],
  ['`also`', 'when a command is made of what it gave', { also: alsoLater }],
  ['the core', 'as it decides', { core: { ...theCore, decide } }],
  ['the core', 'as it evolves', { core: { ...theCore, evolve } }],
]

const messageOf = (body: () => void): string => {
  try {
    body()
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : ''
  }
  return ''
}

describe.each(ways)('%s that throws %s', (which, _, options) => {
  const why = `${which} threw RangeError: oh`
  const looks = <A extends object>(values: fc.Arbitrary<A>) =>
    fc.property(values, (value) => Object.keys(value).length >= 0)

  test('is told by fast-check with seed and path, as small as it is', () => {
    for (const values of [arbitraryWalk(options), arbitraryHistory(options)]) {
      const failed = fc.check(looks<object>(values), { seed: 5, numRuns: 500 })
      const { seed, counterexamplePath, errorInstance, numShrinks } = failed
      expect(failed).toMatchObject({ failed: true, errorInstance: { message: why } })
      expect((errorInstance as Error).cause).toBeInstanceOf(RangeError)
      expect(numShrinks).toBeGreaterThan(0)
      const path = counterexamplePath ?? expect.fail('no path')
      const again = fc.check(looks<object>(values), { seed, path, endOnFailure: true })
      expect(again).toMatchObject({ failed: true, numRuns: 1, errorInstance: { message: why } })
      expect(messageOf(() => fc.assert(looks<object>(values), { seed, path }))).toContain(
        `${why}, after these commands:\n  1  @0h`,
      )
    }
  })

  test('is told by `checkInvariant` with seed, path and commands, and found again by them', () => {
    const rule = invariants[0]!
    const told = (trial: object) => messageOf(() => checkInvariant(rule, { ...options, ...trial }))
    const first = told({ seed: 5, numRuns: 500 })
    expect(first.split('\n')[0]).toBe(`${rule.rule} ${rule.name}: no walk, since ${why}`)
    const [, path = ''] = /^\(seed 5, path "([\d:]+)"\) after these commands:$/m.exec(first) ?? []
    expect(first).toContain('\n  1  @0h')
    expect(told({ seed: 5, path, numRuns: 1 }).split('\n').slice(2)).toEqual(
      first.split('\n').slice(2),
    )
  })
})

test('`also` that throws is told of single commands too', () => {
  const cohort = Cohort.foldCohort(Scene.F)
  const commands = arbitraryCommand(cohort, 100, { also, weights: { also: 20 } })
  const property = fc.property(commands, ({ type }) => type.length > 0)
  expect(messageOf(() => fc.assert(property, { seed: 5, numRuns: 500 }))).toMatch(
    /seed: 5, path: "[\d:]+"[^]*Counterexample: \[`also` threw RangeError: oh\]/,
  )
})

test('a walk that breaks a rule is found again by the path that is told', () => {
  const lax: Core = {
    ...theCore,
    decide: (command, cohort) => {
      const { at, by } = command
      return command.type === 'CloseCohort'
        ? { _tag: 'Right', right: [{ type: 'CohortClosed', at, by }] }
        : Cohort.decide(command, cohort)
    },
  }
  const rule = invariants.find(({ name }) => name.includes('every event is said by somebody'))!
  const told = (trial: object) => messageOf(() => checkInvariant(rule, { core: lax, ...trial }))
  const first = told({ seed: 42, numRuns: 2000, maxLength: 30 })
  const [, path = ''] = /\(seed 42, path "([\d:]+)"\)/.exec(first) ?? []
  expect(path).not.toBe('')
  expect(told({ seed: 42, path, numRuns: 1, maxLength: 30 })).toContain(
    first.split('\n').at(-1)!.slice(5),
  )
})
