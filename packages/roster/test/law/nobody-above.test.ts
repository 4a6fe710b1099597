import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  csvSheet,
  readRoster,
  recordSheet,
  type Roster,
  type RosterMapping,
} from '@reverse-mentoring/roster'
import {
  arbitraryOrganisation,
  statedAbove,
  tableOf,
  withLongNumbers,
  type Organisation,
} from './organisation.ts'

const numRuns = process.env['FULL'] === '1' ? 20_000 : 1500

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

const asCsv = (organisation: Organisation): Uint8Array =>
  new TextEncoder().encode(
    tableOf(organisation)
      .map((row) => row.map(cell).join(';'))
      .join('\r\n'),
  )

const asRecords = (organisation: Organisation): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [headers = [], ...rows] = tableOf(organisation)
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])))
}

/** Pairs that could be proposed although the file puts one of the two above the other. */
const wrongPairs = (
  organisation: Organisation,
  { people }: Roster,
  approves: boolean,
): ReadonlyArray<string> =>
  people.flatMap((person) => {
    const { chain, id, line } = person
    const start = organisation.people.findIndex((one, at) => at + 1 === line || one.id === id)
    return [
      ...statedAbove(organisation, start, (column) => approves || column !== 'Approver'),
    ].flatMap((above) => {
      const superior = people.find((one) => one.id === organisation.people[above]?.id)
      // Whoever has no known line is not paired by the core.
      if (superior?.chain === undefined || chain === undefined || superior.id === id) return []
      return chain.includes(superior.id) ? [] : [`${id} under ${superior.id}`]
    })
  })

const accepted = { csv: 0, records: 0, paired: 0 }

/** The law says something only of what was accepted; of few organisations there may be none. */
const expectSome = (found: number, tried: number, part: number): void => {
  if (tried >= 1000) expect(found).toBeGreaterThan(tried / part)
}

const holds = (organisation: Organisation, roster: Roster, approves = false): void => {
  expect(wrongPairs(organisation, roster, approves)).toEqual([])
  if (roster.people.filter(({ chain }) => (chain?.length ?? 0) > 0).length > 0) accepted.paired += 1
}

/** Ways to read a column of people as something else, or not at all. */
const doors: ReadonlyArray<RosterMapping> = [
  {},
  ...['Approver', 'Matrix manager'].flatMap((header): ReadonlyArray<RosterMapping> => [
    { ignore: [header] },
    { attributes: [{ code: 'own', header }] },
    { attributes: [{ code: 'own', header, kind: 'list' }] },
    { identity: [{ code: 'own', header }] },
    ...['region', 'department', 'location', 'languages', 'lastName', 'offered', 'zone'].map(
      (name) => ({ columns: { [name]: header } }),
    ),
  ]),
]

const mappings: ReadonlyArray<RosterMapping> = [{}, { columns: { manager: 'Approver' } }]

describe('no accepted roster lets anybody be paired with somebody whom the file puts above them', () => {
  it('in whatever words a CSV file says so', () => {
    let tried = 0
    fc.assert(
      fc.property(arbitraryOrganisation, fc.constantFrom(...mappings), (organisation, mapping) => {
        tried += 1
        const sheet = csvSheet(asCsv(organisation))
        if (E.isLeft(sheet)) return
        const roster = readRoster(sheet.right, {
          ...mapping,
          mentorIs: 'junior',
          top: organisation.top,
        })
        if (E.isLeft(roster)) return
        accepted.csv += 1
        holds(organisation, roster.right, mapping.columns !== undefined)
      }),
      { numRuns },
    )
    expectSome(accepted.csv, tried, 20)
    expectSome(accepted.paired, tried, 100)
  })

  it('in whatever column it says so, and whatever that column is taken for', () => {
    let [tried, paired] = [0, 0]
    fc.assert(
      fc.property(
        arbitraryOrganisation.map(withLongNumbers),
        fc.constantFrom(...doors),
        (organisation, mapping) => {
          tried += 1
          const sheet = csvSheet(asCsv(organisation))
          if (E.isLeft(sheet)) return
          const roster = readRoster(sheet.right, {
            ...mapping,
            mentorIs: 'junior',
            top: organisation.top,
          })
          if (E.isLeft(roster)) return
          paired += roster.right.people.some(({ chain }) => (chain?.length ?? 0) > 0) ? 1 : 0
          holds(organisation, roster.right, true)
        },
      ),
      { numRuns },
    )
    expectSome(paired, tried, 200)
  })

  it('in whatever words records say so', () => {
    let tried = 0
    fc.assert(
      fc.property(arbitraryOrganisation, (organisation) => {
        tried += 1
        const sheet = recordSheet(asRecords(organisation))
        if (E.isLeft(sheet)) return
        const roster = readRoster(sheet.right, { mentorIs: 'junior', top: organisation.top })
        if (E.isLeft(roster)) return
        accepted.records += 1
        holds(organisation, roster.right)
      }),
      { numRuns },
    )
    expectSome(accepted.records, tried, 20)
  })
})
