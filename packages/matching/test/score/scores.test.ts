import { Values } from '@reverse-mentoring/core'
import { Score } from '@reverse-mentoring/matching'
import { expect, test } from 'vitest'
import { points } from '../judged.ts'
import { asOf, codeOf, mentee, mentor, person } from '../people.ts'

const codes = ['ai', 'web', 'data', 'design'].map(codeOf)

test('topics count, up to so many, both ways in a reciprocal cohort', () => {
  const junior = mentor(1, { offered: codes, sought: codes.slice(0, 1) })
  const senior = mentee(2, { sought: codes, offered: codes })
  expect(points(Score.topics({ points: 20 }), junior, senior)).toBe(60)
  expect(points(Score.topics({ points: 20, most: 9 }), junior, senior)).toBe(80)
  expect(
    points(Score.topics({ points: 20, most: 9 }), junior, senior, { mode: 'reciprocal' }),
  ).toBe(100)
  expect(points(Score.topics({ points: 20 }), mentor(1), senior)).toBe(0)
})

test('more than 32 different topics are told apart', () => {
  const many = Array.from({ length: 70 }, (_, i) => codeOf(`t${String(i)}`))
  const score = Score.topics({ points: 1, most: 99 })
  expect(points(score, mentor(1, { offered: many.slice(30) }), mentee(2, { sought: many }))).toBe(
    40,
  )
})

test('languages and common hours count', () => {
  const speaks = (...languages: ReadonlyArray<string>) => ({ attributes: { languages } })
  const two = [mentor(1, speaks('en', 'de')), mentee(2, speaks('de', 'en'))] as const
  expect(points(Score.languages({ points: 5 }), ...two)).toBe(5)
  expect(points(Score.languages({ points: 5, most: 2 }), ...two)).toBe(10)
  const at = (zone: string) => ({ attributes: { zone } })
  const hours = Score.commonHours({ points: 2 })
  expect(points(hours, mentor(1, at('Europe/London')), mentee(2, at('America/New_York')))).toBe(6)
  expect(points(hours, mentor(1), mentee(2, at('America/New_York')))).toBe(0)
})

test.each([
  ['region', Score.differentRegion({ points: 7 })],
  ['department', Score.differentDepartment({ points: 7 })],
  ['location', Score.differentLocation({ points: 7 })],
])('different %s', (name, score) => {
  const has = (value: string) => ({ attributes: { [name]: value } })
  expect(points(score, mentor(1, has('a')), mentee(2, has('b')))).toBe(7)
  expect(points(score, mentor(1, has('a')), mentee(2, has('a')))).toBe(0)
  expect(points(score, mentor(1), mentee(2, has('a')))).toBe(0)
})

test('a trait counts by steps, complementary or similar', () => {
  const scale = { least: 0, most: 10 }
  const is = (extraversion: number) => ({ attributes: { extraversion } })
  const score = (direction: 'complementary' | 'similar') =>
    Score.trait({ attribute: 'extraversion', scale, direction, points: 3 })
  expect(points(score('complementary'), mentor(1, is(1)), mentee(2, is(9)))).toBe(24)
  expect(points(score('similar'), mentor(1, is(1)), mentee(2, is(9)))).toBe(6)
  expect(points(score('similar'), mentor(1, is(11)), mentee(2, is(9)))).toBe(0)
})

test('distance in the organisation', () => {
  const chain = (...managers: ReadonlyArray<number>) => ({ chain: managers.map(person) })
  const score = Score.distance({ points: 2, most: 5 })
  expect(points(score, mentor(1, chain(91, 90)), mentee(2, chain(91, 90)))).toBe(0)
  expect(points(score, mentor(1, chain(91, 90)), mentee(2, chain(92, 90)))).toBe(4)
  expect(points(score, mentor(1, chain(93, 91, 90)), mentee(2, chain(90)))).toBe(4)
  expect(points(score, mentor(1, chain(91)), mentee(2, chain(92)))).toBe(10)
  expect(points(score, mentor(1, { external: true }), mentee(2, chain(92)))).toBe(0)
})

test('waiting counts whole weeks of both, each up to so many', () => {
  const since = (days: number) => ({ waitingSince: Values.plusDays(asOf, -days) })
  const score = Score.waiting({ points: 2, mostWeeks: 4 })
  expect(points(score, mentor(1, since(13)), mentee(2, since(100)))).toBe(10)
  expect(points(score, mentor(1, since(-20)), mentee(2, since(0)))).toBe(0)
})

test('stated preferences count by rank', () => {
  const lists = new Map([[person(2), [person(7), person(1), person(8)]]])
  const score = Score.preference({ of: 'mentee', lists, points: 10, most: 3 })
  expect(points(score, mentor(7), mentee(2))).toBe(30)
  expect(points(score, mentor(1), mentee(2))).toBe(20)
  expect(points(score, mentor(9), mentee(2))).toBe(0)
  const ofMentor = Score.preference({ of: 'mentor', lists, points: 10, most: 1 })
  expect(points(ofMentor, mentor(2), mentee(7))).toBe(10)
  expect(points(ofMentor, mentor(2), mentee(1))).toBe(0)
})

test('own scores are weighted', () => {
  const score = Score.own({ code: codeOf('mine'), disclosure: 'both', weight: 3, points: () => 4 })
  expect(points(score, mentor(1), mentee(2))).toBe(12)
})
