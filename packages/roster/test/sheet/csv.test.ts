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

  it('has rows as long as its headers and as most rows are, since what is missing shifts the rest', () => {
    const wide = `${header},Notes,,`
    const sound = ['1,Boss,9,,,,,', '2,Ann,5,1,junior,,,']
    expect(problemsOf([wide, ...sound])).toEqual([])
    expect(problemsOf([wide, ...sound, '3,"Bob,5",1,junior,,,'])).toContainEqual(
      expect.stringContaining('line 4, ID: the row has 7 cells and most rows have 8'),
    )
    expect(problemsOf([wide, ...sound, '3', '4'])).toEqual([
      'lines 4, 5, ID: the row has 1 cells and most rows have 8 – look for a missing separator or quote; if nothing but empty cells is missing at its end, add their separators',
    ])
  })

  it('has no cell that swallowed the ones after it, of a row that is there for the line either', () => {
    for (const row of ['"3,Cy,2,2,junior",,,,', '3,"Cy,2,2,junior",,,', '3,Cy,"2,2,junior",,'])
      expect(problemsOf([header, ...rows, row]).join()).toContain(
        'holds what belongs into several cells – look for a quote that closes too late',
      )
    const below = [header, ...rows, '3,"Cy,2,2,",,,', '4,Di,2,3,junior']
    expect(rosterOf(below).people.map(({ id, chain }) => [id, chain])).toEqual([
      ['2', ['1']],
      ['4', undefined],
    ])
    expect(problemsOf([header, ...rows, '3,"Tan, Lee, Dr.",9,,'])).toEqual([])
  })

  it('is separated by whatever gives it headers, and not by what its first line says wrongly', () => {
    const listed = [`${header},Offers`, '1,Boss,9,,,', '2,Ann,5,1,junior,A;B;C;D;E;F;G;H;I;J']
    expect(rosterOf(listed).people[0]?.offered).toHaveLength(10)
    expect(refusalOf(['sep=;', header, ...rows])).toBe(
      'its first line says that it is separated by semicolons, and its headers are separated by commas – correct the first line, or take it away',
    )
    expect(rosterOf(['"sep=,",,,,', header, ...rows]).people).toHaveLength(1)
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
