import { tables } from '@reverse-mentoring/report'
import { expect, test } from 'vitest'
import { cohortOf } from './cohort-of.ts'
import { formal, mentee, mentor, pageText, shown } from './worked.ts'

const linesOf = (csv: string) => csv.trimEnd().split('\n').length

test('every table of the page is a file, whole, under a name of its own', () => {
  const data = cohortOf(70)
  const files = tables(data)
  const onPage = [...pageText(data).matchAll(/<table\s+id="([a-z-]+)"/g)].map(([, id]) => id)
  expect(files.map(({ name }) => name)).toEqual(onPage)
  expect(new Set(onPage).size).toBe(onPage.length)
  expect(onPage.length).toBeGreaterThanOrEqual(10)
  const all = files.find(({ name }) => name === 'all-pairings')
  expect(linesOf(all?.csv ?? '')).toBe(71)
})

test('files have names where the page has them, days that sort, and no formula', () => {
  const data = shown(formal(2), 30, {
    nameOf: (id) => (id === mentor(1) ? '=HYPERLINK("x")' : 'Bob'),
    people: new Map([
      [mentor(1), { department: '=1+1' }],
      [mentee(1), { department: '\t @x' }],
      [mentor(2), { department: '＋1' }],
    ]),
  })
  const csvOf = (name: string) => tables(data).find((table) => table.name === name)?.csv ?? ''
  expect(csvOf('to-do')).toContain('P2 Bob & Bob')
  expect(csvOf('to-do')).not.toMatch(/(^|[,"])=/m)
  for (const kept of ["'=1+1", "'@x", "'＋1"]) expect(csvOf('ties')).toContain(kept)
  expect(csvOf('ties').startsWith('\ufeffMentor in,')).toBe(true)
  expect(tables(cohortOf(8)).find(({ name }) => name === 'planned')?.csv).toMatch(
    /,2026-06-\d\d \d\d:\d\d,/,
  )
})
