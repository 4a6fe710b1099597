import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, head, header, refusalOf, rosterOf, row } from './csv.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a roster file', () => {
  it('may have a byte order mark, and lines that end as on Windows', () => {
    const text = `\uFEFF${header}\r\n${head}\r\n${row()}\r\n`
    expect(rosterOf(bytes(text)).people.map(({ id }) => id)).toEqual(['11'])
  })

  it('may be separated by semicolons, with commas inside its cells', () => {
    const text = [header, head, row({ 'Topics offered': '"AI tools| Short video"', Email: '' })]
    const roster = rosterOf(bytes(text.join('\n').replaceAll(',', ';').replaceAll('Sá', 'Sá, dr.')))
    expect(roster.people[0]).toMatchObject({
      name: 'Ana Sá, dr.',
      offered: ['ai-tools', 'short-video'],
    })
  })

  it('may have quotes, separators and line breaks inside quotes, and blank rows; lines stay exact', () => {
    const odd = row({ Name: '"Sá ""Ana"",\n the elder"', 'Topics offered': '"AI tools,\nGaming"' })
    const wrong = row({ 'Employee number': '13', Grade: 'x' })
    const { people, problems } = rosterOf(file(head, odd, '', ',,,,,,,,,,,', wrong))
    expect(people[0]).toMatchObject({
      line: 3,
      name: 'Sá "Ana",\n the elder',
      offered: ['ai-tools', 'gaming'],
    })
    expect(problems.map(({ line }) => line)).toEqual([8])
  })

  it('is read under the headers that were named, whatever their case', () => {
    const text = [
      'PERSON,FULL  NAME,Level of job,boss,Takes_Part_As',
      '1,Eva,14,,',
      '2,Ana,4,1,junior',
    ].join('\n')
    const columns = { id: 'Person', grade: 'level of JOB', manager: 'Boss' }
    expect(rosterOf(bytes(text), { columns }).people[0]).toMatchObject({
      id: '2',
      name: 'Ana',
      seniority: 4,
      chain: ['1'],
    })
    expect(refusalOf(bytes(text))).toContain(
      'no column for the employee number; name it with --column id=',
    )
    expect(refusalOf(bytes(text), { columns: { ...columns, grade: 'Grad' } })).toContain(
      'no column for the grade',
    )
    expect(refusalOf(bytes(text), { columns: { ...columns, height: 'x' } })).toContain(
      'knows no “height”',
    )
  })

  it('may have names in two columns', () => {
    const text = [
      'id,First name,Surname,role,grade,manager',
      '2,Ana,Sá,junior,4,1',
      '1,Eva,M,,,',
    ].join('\n')
    expect(rosterOf(bytes(text)).people[0]?.name).toBe('Ana Sá')
  })

  it('that says mentor and mentee needs to say which is the junior one', () => {
    const text = file(
      head,
      row({ 'Joins as': 'Mentor' }),
      row({ 'Employee number': '12', 'Joins as': 'Mentee', Grade: '9' }),
    )
    expect(refusalOf(text)).toContain('--mentor-is junior')
    const roles = (mentorIs: 'junior' | 'senior') =>
      rosterOf(text, { mentorIs }).people.map(({ role }) => role)
    expect(roles('junior')).toEqual(['mentor', 'mentee'])
    expect(roles('senior')).toEqual(['mentee', 'mentor'])
    expect(rosterOf(text, { mentorIs: 'junior' }).looksSwapped).toBe(false)
    expect(rosterOf(text, { mentorIs: 'senior' }).looksSwapped).toBe(true)
  })

  it.each([
    ['nothing in it', bytes(''), 'has no rows'],
    ['a header alone', bytes(header), 'has no rows'],
    ['a quote that is never closed', bytes(`${header}\n1,"Ana`), 'quote is not closed'],
    ['a quote inside a cell', bytes(`${header}\n1,Ana "A" Sá`), 'quote'],
    ['another encoding', new Uint8Array([...bytes(header), 10, 0xe1, 0x62]), 'not text in UTF-8'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'not text in UTF-8'],
    ['one header twice', bytes('id,Name,name\n1,a,b'), 'two columns are called “name”'],
  ])('with %s cannot be read', (_, content, said) => {
    expect(refusalOf(content)).toContain(said)
  })

  it('comes with the example, and is sound', () => {
    const roster = rosterOf(readFileSync(new URL('../../roster.csv', import.meta.url)))
    expect(roster.problems).toEqual([])
    expect(roster.people.length).toBe(60)
    expect(roster.people.every(({ chain }) => chain !== undefined)).toBe(true)
  })
})
