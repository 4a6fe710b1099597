import { Matching, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { candidate, code, left, pair, poolOf, resultOf, who } from './people.ts'

type Prices = Readonly<Record<number, number>>
const pricesOf = (prices: Prices): ReadonlyMap<Values.ParticipantId, number> =>
  new Map(Object.entries(prices).map(([n, price]) => [who(Number(n)), price]))
const level = (mentors: Prices, mentees: Prices, more: Partial<Matching.Prices> = {}) => ({
  ...{ mentors: pricesOf(mentors), mentees: pricesOf(mentees), bonus: 0, first: 0 },
  ...more,
})

const mentor = (n: number, places = 1) => candidate('mentor', n, { places })
const mentee = (n: number) => candidate('mentee', n)
const pool = poolOf([mentor(1), mentor(2)], [mentee(11), mentee(12)])
const points: Readonly<Record<string, number>> = { '1 11': 5, '1 12': 3 }
const said: Matching.Judging = {
  objective: 'score-first',
  score: (junior, senior) =>
    points[[junior, senior].map(({ participant }) => Number(participant.slice(-4))).join(' ')],
}

const best = resultOf(
  [pair(1, 11, 5)],
  [left('mentor', 2, 'not-admissible'), left('mentee', 12, 'places-serve-others-better')],
)
const good = level({ 1: 3, 2: 0 }, { 11: 2, 12: 0 })
const worth = E.right({ pairs: 1, score: 5, people: 2 })
const proved = (
  levels: ReadonlyArray<Matching.Prices>,
  judging: Partial<Matching.Judging> = {},
  result: Matching.MatchingResult = best,
  people: Matching.MatchingPool = pool,
) => Matching.verifyResult(people, { ...result, certificate: { levels } }, { ...said, ...judging })
const bad = (problem: string) => E.left({ _tag: 'BadResult', problem })
const notOptimal = (problem: string, at: number) =>
  E.left({ _tag: 'NotOptimal', level: 0, problem, at })

describe('Who claims that nothing is worth more (INV31)', () => {
  test('proves it by what places cost', () => {
    expect(proved([good])).toEqual(worth)
    expect(proved([level({ 1: 2, 2: 0 }, { 11: 3, 12: 0 })])).toEqual(
      notOptimal('edge worth more than its prices', 1),
    )
  })

  test('does not prove it of what is worth less', () => {
    const less = resultOf(
      [pair(1, 12, 3)],
      [left('mentor', 2, 'not-admissible'), left('mentee', 11, 'places-serve-others-better')],
    )
    expect(proved([good], {}, less)).toEqual(notOptimal('price on a free mentee place', 0))
  })

  test('has a certificate, and one that can be read', () => {
    expect(Matching.verifyResult(pool, best, said)).toEqual(bad('a claim without a certificate'))
    const odd = { ...best, certificate: { levels: 1 } } as unknown as Matching.MatchingResult
    expect(Matching.verifyResult(pool, odd, said)).toEqual(bad('a certificate that is none'))
  })

  test('prices everybody in the pool, in the role that they are in', () => {
    expect(proved([level({ 1: 3 }, { 11: 2, 12: 0 })])).toEqual(notOptimal('bad mentor price', 1))
    expect(proved([level({ 1: 3, 2: 0 }, { 12: 0 })])).toEqual(notOptimal('bad mentee price', 0))
  })

  test('prices nobody else, in any level', () => {
    const stranger = bad('a price of somebody who is not in the pool')
    for (const odd of [
      level({ 1: 3, 2: 0, 99: 0 }, { 11: 2, 12: 0 }),
      level({ 1: 3, 2: 0 }, { 11: 2, 12: 0, 99: 0 }),
      level({ 1: 3, 2: 0, 11: 0 }, { 11: 2, 12: 0 }),
      level({ 1: 3, 2: 0 }, { 11: 2, 12: 0, 1: 0 }),
    ]) {
      expect(proved([odd])).toEqual(stranger)
      expect(proved([good, odd])).toEqual(stranger)
      expect(proved([odd, good])).toEqual(stranger)
    }
  })

  test('prices no limit or floor that the policy has not, in any level', () => {
    const few = { code: code('few'), role: 'mentee', people: [who(11), who(12)] } as const
    const limits = [{ ...few, atMost: 9 }]
    const floors = [{ ...few, atLeast: 0 }]
    const other = bad('a price of a limit or floor that the policy has not')
    const priced = (name: string) => new Map([[code(name), 0]])
    for (const odd of [
      { ...good, limits: priced('many') },
      { ...good, floors: priced('many') },
      { ...good, limits: priced('few'), floors: priced('many') },
      { ...good, limits: priced('many'), floors: priced('few') },
    ]) {
      expect(proved([odd], { limits, floors })).toEqual(other)
      expect(proved([good, odd], { limits, floors })).toEqual(other)
      expect(proved([odd])).toEqual(other)
    }
    expect(proved([{ ...good, limits: priced('few') }], { floors })).toEqual(other)
    expect(proved([{ ...good, floors: priced('few') }], { limits })).toEqual(other)
    const both = { ...good, limits: priced('few'), floors: priced('few') }
    expect(proved([both], { limits, floors })).toEqual(worth)
  })

  test('prices a limit that stands in the way, and no other need be', () => {
    const few = { code: code('few'), role: 'mentee', people: [who(11), who(12)] } as const
    const wide = poolOf([mentor(1, 2), mentor(2)], [mentee(11), mentee(12)])
    const limited = resultOf(
      [pair(1, 11, 5)],
      [left('mentor', 2, 'not-admissible'), left('mentee', 12, 'limit')],
    )
    const priced = (price: number) =>
      level({ 1: 0, 2: 0 }, { 11: 5, 12: 3 }, { limits: new Map([[code('few'), price]]) })
    const under = { limits: [{ ...few, atMost: 1 }] }
    expect(proved([priced(3)], under, limited, wide)).toEqual(worth)
    expect(proved([priced(2)], under, limited, wide)).toEqual(
      notOptimal('price on a free mentee place', 1),
    )
    expect(proved([good], { limits: [{ ...few, atMost: 9 }] })).toEqual(worth)
  })

  test('prices a floor that is met at a cost, and no other need be', () => {
    const least = { code: code('least'), role: 'mentee', people: [who(12)] } as const
    const met = resultOf(
      [pair(1, 12, 3)],
      [left('mentor', 2, 'not-admissible'), left('mentee', 11, 'places-serve-others-better')],
    )
    const priced = (price: number) =>
      level({ 1: 5, 2: 0 }, { 11: 0, 12: -2 }, { floors: new Map([[code('least'), price]]) })
    const under = { floors: [{ ...least, atLeast: 1 }] }
    expect(proved([priced(2)], under, met)).toEqual(E.right({ pairs: 1, score: 3, people: 2 }))
    expect(proved([priced(1)], under, met)).toEqual(
      notOptimal('mentee place taken below its price', 1),
    )
    expect(proved([good], { floors: [{ ...least, people: [who(11)], atLeast: 1 }] })).toEqual(worth)
  })
})

describe('Who claims nothing', () => {
  const { objective: _objective, ...unclaimed } = said

  test('proves nothing, whatever certificate is there', () => {
    const certificate = { levels: [level({ 1: 9, 2: 9, 99: 9 }, {})] }
    expect(Matching.verifyResult(pool, { ...best, certificate }, unclaimed)).toEqual(worth)
  })
})

describe('Judged or not', () => {
  const none = resultOf([pair(1, 99, 5)], best.unmatched)
  const twice = { ...best, unmatched: [...best.unmatched, ...best.unmatched] }

  test.each([
    ['judged', said],
    ['not judged', undefined],
  ])('%s, pairs and reasons are checked', (_, judging) => {
    expect(Matching.verifyResult(pool, none, judging)).toMatchObject({
      left: { problem: 'a pair of somebody who is not in the pool', mentee: who(99) },
    })
    expect(Matching.verifyResult(pool, twice, judging)).toMatchObject({
      left: { problem: 'two reasons for one person', participant: who(2) },
    })
  })

  test('what is no score is told before a reason that does not hold', () => {
    const score: Matching.Judging['score'] = (junior, senior) =>
      said.score(junior, senior) === 3 ? 0.5 : said.score(junior, senior)
    expect(Matching.verifyResult(pool, twice, { ...said, score })).toMatchObject({
      left: { _tag: 'BadProblem', problem: 'negative score', at: 1 },
    })
  })
})
