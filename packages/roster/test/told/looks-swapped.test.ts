import { expect, it } from 'vitest'
import { rosterOf } from '../read.ts'

const swappedIn = (...rows: ReadonlyArray<string>): boolean =>
  rosterOf(['ID,Name,Grade,Manager,Role', '1,Boss,20,,', ...rows]).looksSwapped

it.each([
  ['juniors below seniors', ['2,A,5,1,junior', '3,B,9,1,senior'], false],
  ['juniors above seniors', ['2,A,9,1,junior', '3,B,5,1,senior'], true],
  ['on one height', ['2,A,5,1,junior', '3,B,5,1,senior'], false],
  [
    'on average, whoever is the exception',
    ['2,A,9,1,junior', '3,B,8,1,junior', '4,C,3,1,senior', '5,D,13,1,senior'],
    true,
  ],
  ['only juniors', ['2,A,9,1,junior'], false],
  ['only seniors', ['2,A,9,1,senior'], false],
  [
    'and not counting who is both',
    ['2,A,5,1,junior', '3,B,9,1,senior', '4,C,19,1,junior and senior', '5,D,19,1,both'],
    false,
  ],
])('Roles look exchanged, or not: %s', (_, rows, expected) => {
  expect(swappedIn(...rows)).toBe(expected)
})
