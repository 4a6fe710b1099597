import { Cohort, View, type Command } from '@reverse-mentoring/core'
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
  type Walk,
  type WalkOptions,
} from '@reverse-mentoring/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'

const walks = (options: WalkOptions): ReadonlyArray<Walk> =>
  fc.sample(arbitraryWalk(options), { numRuns: 300, seed: 11 })

const share = (some: ReadonlyArray<Walk>, has: (walk: Walk) => boolean): number =>
  some.filter(has).length / some.length

const commandsOf = (some: ReadonlyArray<Walk>): ReadonlyArray<Command.Command> =>
  some.flatMap(({ steps }) => steps.map(({ command }) => command))

const stalls = ({ cohort }: Walk): boolean =>
  [...View.viewRows(View.momentum, cohort).values()].some(({ inARow }) => inARow.total >= 2)

describe('weights', () => {
  test('make rare life frequent', () => {
    const [usual, often] = [
      walks({}),
      walks({ weights: { session: 5, outcome: 0 }, beginnings: ['formal'] }),
    ]
    const holds = ({ events }: Walk): boolean => events.some(({ type }) => type === 'SessionHeld')
    expect(share(often, holds)).toBeGreaterThan(share(usual, holds) + 0.2)
    expect(share(often, stalls)).toBeGreaterThan(2 * share(usual, stalls))
    expect(commandsOf(often).map(({ type }) => type)).not.toContain('ObserveOutcome')
    expect(commandsOf(usual).map(({ type }) => type)).toContain('ObserveOutcome')
  })

  test('of large numbers let nothing go missing', () => {
    const all = walks({ weights: { session: 20, pairing: 20, close: 20, outcome: 20 } })
    const asked = new Set(commandsOf(all).map(({ type }) => type))
    for (const type of ['RescheduleSession', 'ObserveOutcome', 'GiveConsent'] as const)
      expect(asked).toContain(type)
  })
})

describe('beginnings', () => {
  const begun = (beginning: 'opened' | 'enrolled' | 'proposed' | 'formal' | 'closed') =>
    walks({ beginnings: [beginning], maxLength: 0 }).map(({ cohort, steps }) => {
      expect(steps.slice(1).every(({ answer }) => E.isRight(answer))).toBe(true)
      const tags = Cohort.pairings(cohort).map(({ _tag }) => _tag)
      const people = Cohort.enrolments(cohort).length > 0 ? 'people' : 'nobody'
      const pairs = [...new Set(tags)].join('+') || 'no pairs'
      return [people, pairs, cohort.closedAt === undefined ? 'open' : 'closed'].join(', ')
    })

  test.each([
    ['opened', 'nobody, no pairs, open'],
    ['enrolled', 'people, no pairs, open'],
    ['proposed', 'people, Proposed, open'],
    ['formal', 'people, Formal, open'],
    ['closed', 'people, Ended, closed'],
  ] as const)('%s', (beginning, stand) => {
    expect([...new Set(begun(beginning))]).toEqual([stand])
  })

  test('come up each as often as the others', () => {
    const some = walks({ beginnings: ['enrolled', 'closed'], maxLength: 0 })
    const closed = share(some, ({ cohort }) => cohort.closedAt !== undefined)
    expect(Math.abs(closed - 0.5)).toBeLessThan(0.1)
  })
})

const goals = 'AgreeGoals' as const

/** A product that lets somebody agree goals whenever a pairing is formal, and asks for them again and again. */
const also: Also = (cohort, at) => {
  const [formal] = Cohort.pairings(cohort).filter(({ _tag }) => _tag === 'Formal')
  const pairing = formal?.pairing ?? Scene.id('pairing', 77)
  const by = Scene.self(formal?.mentee ?? Scene.id('participant', 77))
  return fc.constantFrom('listen', 'try').map((goal) => {
    const agreed = { pairing, goals: [Scene.code(goal)] }
    return { type: goals, cohort: Scene.the.cohort, at, by, ...agreed }
  })
}

describe("a product's own commands", () => {
  const isOwn = (command: Command.Command): boolean =>
    command.type === goals && command.goals.length === 1 && command.by.role === 'participant'

  test('are part of walks, and the more so by their weight', () => {
    const shares = [0, 1, 5].map((weight) => {
      const commands = commandsOf(
        walks({ also, weights: { also: weight, pairing: 0 }, beginnings: ['formal'] }),
      )
      return commands.filter(isOwn).length / commands.length
    })
    expect(shares[0]).toBe(0)
    expect(shares[1]).toBeGreaterThan(0.05)
    expect(shares[2]).toBeGreaterThan(2 * shares[1]!)
  })

  test('are said when the walk is there, are answered, and come again with the same seed', () => {
    const some = walks({ also, weights: { pairing: 0 }, beginnings: ['formal'] })
    const steps = some.flatMap((walk) => walk.steps.filter(({ command }) => isOwn(command)))
    expect(steps.some(({ answer }) => E.isRight(answer) && answer.right.length > 0)).toBe(true)
    expect(commandsOf(some)).toEqual(
      commandsOf(walks({ also, weights: { pairing: 0 }, beginnings: ['formal'] })),
    )
  })

  test('break an invariant that they can break, and it shrinks to them', () => {
    const lax: Core = {
      ...theCore,
      decide: (command, cohort) => {
        const answer = Cohort.decide(command, cohort)
        if (command.type !== goals || E.isRight(answer)) return answer
        const { cohort: _cohort, type: _type, ...said } = command
        return E.right([{ type: 'GoalsAgreed', ...said }])
      },
    }
    const rule = invariants.find(({ name }) => name.includes('every event is said by somebody'))!
    const check = () => checkInvariant(rule, { core: lax, also, numRuns: 300, seed: 3 })
    expect(check).toThrow(/INV41 .*\n.*seed 3[^]*: AgreeGoals .*→ GoalsAgreed$/)
  })

  test.each(['AgreeGoal', 'toString', 'Say "x"'])(
    'of a type that is none are refused: %s',
    (type) => {
      const misspelt: Also = (cohort, at) =>
        also(cohort, at).map((command) => ({ ...command, type }) as Command.Command)
      const options = { also: misspelt, weights: { also: 20 } }
      const told = `\`also\` gave a command of the type “${type}”, and there is none: it is one of OpenCohort, `
      const sample = (made: fc.Arbitrary<unknown>) => () =>
        fc.sample(made, { numRuns: 30, seed: 1 })
      expect(sample(arbitraryWalk(options))).toThrow(told)
      expect(sample(arbitraryHistory(options))).toThrow(told)
      expect(sample(arbitraryCommand(Cohort.noCohort, 1, options))).toThrow(told)
      expect(() => checkInvariant(invariants[0]!, options)).toThrow(told)
    },
  )

  test('that are no command at all are refused', () => {
    const nothing = (() => fc.constant(undefined)) as unknown as Also
    expect(() => fc.sample(arbitraryWalk({ also: nothing, weights: { also: 20 } }), 30)).toThrow(
      '`also` gave nothing, and not a command',
    )
  })

  test('one that gives no arbitrary is told so', () => {
    const command = () => undefined as never
    expect(() => fc.sample(arbitraryWalk({ also: command, weights: { also: 20 } }), 30)).toThrow(
      '`also` gave nothing, and not an arbitrary of commands',
    )
  })

  test('may be given alone', () => {
    const weights = { enrolment: 0, erasure: 0, conflict: 0, coordination: 0, purpose: 0 } as const
    const rest = { matching: 0, pairing: 0, session: 0, feedback: 0, outcome: 0, close: 0 } as const
    const cohort = Cohort.foldCohort(Scene.F)
    const options = { also, weights: { ...weights, ...rest } }
    const commands = fc.sample(arbitraryCommand(cohort, 100, options), { numRuns: 50, seed: 1 })
    expect(new Set(commands.map(({ type }) => type))).toEqual(new Set([goals]))
  })
})

describe('a wrong option is told at once', () => {
  const odd = (options: object): WalkOptions => options
  test.each([
    [{ weights: { sesion: 5 } }, /arbitraryWalk: there is no activity “sesion”: it is one of enro/],
    [
      { weights: { session: -1 } },
      /the weight of “session” is a whole number from 0 to 20, not -1/,
    ],
    [{ weights: { session: 0.5 } }, /from 0 to 20, not 0\.5/],
    [{ weights: { session: 21 } }, /not 21/],
    [{ weights: { also: 2 } }, /there is a weight of “also”, but nothing is given as `also`/],
    [{ beginnings: ['formall'] }, /no beginning “formall”: it is one of opened, enrolled, prop/],
    [{ beginnings: [] }, /`beginnings` is empty: leave it out, or name one/],
    [{ maxLength: 1.5 }, /`maxLength` is a whole number from 0 to 1000, not 1\.5/],
    [{ maxLength: 1e6 }, /not 1000000/],
    [{ maxLenght: 9 }, /there is no option “maxLenght”: it is one of weights, also, core, max/],
  ])('%j', (options, told) => {
    expect(() => arbitraryWalk(odd(options))).toThrow(told)
    expect(() => checkInvariant(invariants[0]!, odd(options))).toThrow(told)
  })

  test('a core of one’s own is an option of walks and of histories', () => {
    const deaf: Core = { ...theCore, decide: () => E.right([]) }
    const [walk] = fc.sample(arbitraryWalk({ core: deaf, maxLength: 3 }), 1)
    expect(walk?.events).toEqual([])
    expect(fc.sample(arbitraryHistory({ core: deaf }), 1)).toEqual([[]])
  })

  test('also of histories and commands', () => {
    expect(() => arbitraryHistory(odd({ maxLength: -1 }))).toThrow(/^arbitraryHistory: `maxLen/)
    const cohort = Cohort.noCohort
    expect(() => arbitraryCommand(cohort, 1, odd({ weights: { x: 1 } }))).toThrow(
      /^arbitraryCommand: there is no activity “x”/,
    )
  })
})
