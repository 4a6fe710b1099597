import type { RosterMapping } from '@reverse-mentoring/roster'
import { describe, expect, it } from 'vitest'
import { followed } from './follow.ts'

const base = 'ID,Name,Grade,Manager,Role'
const boss = 'E10,Vic Stanhope,9,,'
const ana = 'E11,Ana Ferreira,8,E10,senior'
const kim = 'E12,Kim Okafor,3,E10,junior'

type Chains = Readonly<Record<string, ReadonlyArray<string> | undefined>>

const dotted = [
  `${base},Dotted line`,
  `${boss},`,
  `${ana},`,
  `${kim},E11`,
  'E13,Lee Tan,3,E11,junior,E10',
]
const above: Chains = { E11: ['E10'], E12: ['E10', 'E11'], E13: ['E11', 'E10'] }
const aside: Chains = { E11: ['E10'], E12: ['E10'], E13: ['E11', 'E10'] }

const cases: ReadonlyArray<
  readonly [string, ReadonlyArray<string>, RosterMapping, number, Chains]
> = [
  ['a second column of managers, that is one', dotted, {}, 0, above],
  ['a second column of managers, that is none', dotted, {}, 1, aside],
  ...(['region', 'department', 'languages'] as const).map(
    (name) =>
      [
        `a column of managers that was named ${name}`,
        dotted,
        { columns: { [name]: 'Dotted line' } },
        0,
        above,
      ] as const,
  ),
  ['a column of managers that is ignored', dotted, { ignore: ['Dotted line'] }, 0, above],
  ['a column of buddies that is ignored', dotted, { ignore: ['Dotted line'] }, 1, aside],
  [
    'a column of managers read as an attribute',
    dotted,
    { attributes: [{ code: 'own', header: 'Dotted line' }] },
    0,
    above,
  ],
  [
    'a column without a header',
    dotted
      .map((row) => row.replace('Dotted line', ''))
      .map((row, at) => (at === 0 ? `${row},Desk` : `${row},x`)),
    {},
    0,
    above,
  ],
  [
    'a supervisor beside the manager',
    dotted.map((row) => row.replace('Dotted line', 'Supervisor')),
    {},
    0,
    above,
  ],
  [
    'a name for a number',
    [base, boss, 'E12,Kim Okafor,3,Vic Stanhope,junior'],
    {},
    0,
    { E12: ['E10'] },
  ],
  [
    'a number that lost its letter',
    [base, boss, 'E12,Kim Okafor,3,10,junior'],
    {},
    0,
    { E12: ['E10'] },
  ],
  [
    'a manager who is not there, added',
    [base, ana, boss, 'E12,Kim,3,Q77,junior'],
    {},
    0,
    { E11: ['E10'], E12: ['Q77'] },
  ],
  [
    'a manager who is not there, as top',
    [base, ana, boss, 'E12,Kim,3,Q77,junior'],
    {},
    1,
    { E11: ['E10'], E12: ['Q77'] },
  ],
  ['a top who takes part', [base, 'E10,Vic,9,,senior', kim], {}, 0, { E10: [], E12: ['E10'] }],
  [
    'a name that contradicts a number',
    [
      `${base},Manager ID`,
      `${boss},`,
      `${ana},E10`.replace(',E10,', ',Vic Stanhope,'),
      'E12,Kim Okafor,3,Ana Ferreira,junior,E10',
    ],
    {},
    0,
    { E11: ['E10'], E12: ['E10', 'E11'] },
  ],
  [
    'columns that are called otherwise',
    ['Personnel Nr,Full Name,Pay grade,Boss nr,Joined as role', boss, ana, kim],
    {},
    0,
    { E11: ['E10'], E12: ['E10'] },
  ],
  [
    'mentors',
    [base, boss, ana.replace('senior', 'mentee'), kim.replace('junior', 'mentor')],
    {},
    0,
    { E11: ['E10'], E12: ['E10'] },
  ],
]

describe('whoever does to the letter what they are told comes to a roster that is right', () => {
  it.each(cases)('%s', (_, lines, mapping, choice, chains) => {
    const { people } = followed(lines, choice, mapping)
    const found = Object.fromEntries(
      people.map(({ id, chain }) => [id, [...(chain ?? ['unknown'])].sort()]),
    )
    const wanted = Object.entries(chains).map(
      ([id, chain = []]) => [id, [...chain].sort()] as const,
    )
    expect(found).toEqual(Object.fromEntries(wanted))
  })
})
