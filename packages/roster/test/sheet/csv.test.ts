import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { csvSheet } from '@reverse-mentoring/roster'
import { problemsOf, refusalOf, rosterOf } from '../read.ts'

const header = 'ID,Name,Grade,Manager,Role'
const rows = ['1,Boss,9,,', '2,Ann,5,1,junior']

describe('a CSV file', () => {
  it('may say how it is separated, and may have lines above its headers', () => {
    const semicolons = ['sep=;', ...[header, ...rows].map((row) => row.replaceAll(',', ';'))]
    expect(rosterOf(semicolons).people).toMatchObject([{ id: '2', line: 4, chain: ['1'] }])
    const titled = rosterOf(['Staff report', '', '"Made on, 2026-11-30"', header, ...rows])
    expect(titled.people).toMatchObject([{ id: '2', line: 6 }])
    expect(titled.read.notes).toContain('2 lines above the headers passed over.')
  })

  it('may have columns and commas at the end that say nothing', () => {
    expect(problemsOf([`${header},,`, ...rows.map((row) => `${row},,`)])).toEqual([])
    expect(problemsOf([header, ...rows.map((row) => `${row},,,`)])).toEqual([])
    expect(problemsOf([header, '1,Boss,9,,', '2,Ann,5,1,junior,more'])[0]).toContain(
      '6 cells and there are 5 headers',
    )
    expect(problemsOf([header, '1,Boss,9,,', '2,Ann,5,junior'])[0]).toContain(
      '4 cells and there are 5 headers',
    )
  })

  it('names the line on which a quote opens that is not closed, or closed rows later', () => {
    expect(refusalOf([header, '1,"Boss,9,,', ...rows])).toContain('the quote that opens on line 2')
    expect(refusalOf([header, ...rows, '3,"Cy,5,1,junior', '4,Di,5,1,junior'])).toContain(
      'the quote that opens on line 4',
    )
    expect(refusalOf([header, '1,"Boss,9,,', '2,Ann,5,1,junior', '3,Bob",5,1,junior'])).toContain(
      'opens on line 2',
    )
    expect(refusalOf([header, ...rows, '3,A "quote" here,5,1,junior'])).toContain('line 4')
  })

  it('keeps line breaks inside cells, and counts lines as they stand in it', () => {
    expect(rosterOf([header, '1,"Boss\nof all",9,,', '2,Ann,5,1,junior']).people).toMatchObject([
      { line: 4 },
    ])
  })

  it('has one row of headers', () => {
    expect(refusalOf([header, ...rows, 'Role,Manager,ID,Name,Grade', 'junior,1,3,Cy,2'])).toContain(
      'line 4 holds headers again',
    )
  })

  it('is text in UTF-8 or UTF-16', () => {
    const text = [header, ...rows].join('\r\n')
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect(E.isRight(csvSheet(wide))).toBe(true)
    expect(csvSheet(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]))).toMatchObject({
      left: { problem: 'the file is not text in UTF-8' },
    })
    expect(csvSheet(new Uint8Array())).toMatchObject({ left: { problem: 'the file has no rows' } })
  })
})
