import { csvSheet, readRoster } from '@reverse-mentoring/roster'
import { parse } from 'csv-parse/sync'
import * as E from 'fp-ts/lib/Either.js'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'

const header =
  'ID,Name,Email,Grade,Manager,Role,Department,Topics offered,Region,Languages,Time zone'

/** A company of so many people, eight to a manager. */
const company = (people: number): Uint8Array => {
  const rows = Array.from({ length: people }, (_, n) => {
    const manager = n === 0 ? '' : `N${String(Math.floor((n - 1) / 8))}`
    const role = n === 0 ? '' : n % 3 === 0 ? 'senior' : 'junior'
    const own = `N${String(n)},Name ${String(n)},n${String(n)}@example.org,${String(n % 9)}`
    const rest = `Dept ${String(n % 30)},"AI tools, Topic ${String(n % 20)}",EMEA,"English, German",Europe/London`
    return `${own},${manager},${role},${rest}`
  })
  return new TextEncoder().encode([header, ...rows].join('\n'))
}

/** Reading a roster, with every cell looked at for whom it names, costs some times what parsing its text costs, however long it is. */
export async function* rosterRows(): AsyncGenerator<Row> {
  for (const people of [5000, 50_000]) {
    const bytes = company(people)
    const text = new TextDecoder().decode(bytes)
    const read = (): number => {
      const sheet = csvSheet(bytes)
      const roster = E.isLeft(sheet) ? sheet : readRoster(sheet.right)
      if (E.isLeft(roster)) throw new Error(roster.left.problem)
      return roster.right.people.length
    }
    if (read() !== people - 1) throw new Error('the benchmark reads other people')
    const [here = Number.NaN, there = Number.NaN] = await interleaved(5, [read, () => parse(text)])
    yield atMost(
      `roster: ${String(people)} rows, read and checked`,
      here,
      ['csv-parse alone', there],
      12,
    )
  }
}
