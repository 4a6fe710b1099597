import fc from 'fast-check'

/** How a text names somebody. */
export type Naming =
  | 'number'
  | 'lower case'
  | 'upper case'
  | 'spaced'
  | 'zeros lost'
  | 'decimals'
  | 'invisible'
  | 'name'
  | 'name turned'
  | 'e-mail'
  | 'e-mail in capitals'
  | 'link'
  | 'name and number'

export const namings: ReadonlyArray<Naming> = [
  ...(['number', 'lower case', 'upper case', 'spaced', 'zeros lost', 'decimals'] as const),
  ...(['invisible', 'name', 'name turned', 'e-mail', 'e-mail in capitals', 'link'] as const),
  'name and number',
]

/** A statement that somebody stands above somebody: in which column, and how it names them. */
export interface Statement {
  readonly column: 'Manager' | 'Manager ID' | 'Manager e-mail' | 'Matrix manager' | 'Approver'
  readonly above: number
  readonly naming: Naming
}

/** Somebody as the file tells, and what it says of those above. */
export interface Somebody {
  readonly id: string
  readonly first: string
  readonly last: string
  readonly email: string
  readonly role: string
  readonly external: string
  readonly statements: ReadonlyArray<Statement>
}

export interface Organisation {
  readonly people: ReadonlyArray<Somebody>
  readonly top: ReadonlyArray<string>
}

/** A text that names somebody in a certain way. */
export const naming = ({ id, first, last, email }: Somebody, how: Naming): string =>
  ({
    number: id,
    'lower case': id.toLowerCase(),
    'upper case': id.toUpperCase(),
    spaced: ` ${id.slice(0, 1)} ${id.slice(1)}\u00a0`,
    'zeros lost': id.replace(/^0+/, ''),
    decimals: `${id}.0`,
    invisible: `\u200b${id.slice(0, 1)}\u202e${id.slice(1)}`,
    name: `${first} ${last}`,
    'name turned': `${last.toUpperCase()}, ${first}`,
    'e-mail': email,
    'e-mail in capitals': email === '' ? '' : `<${email.toUpperCase()}>`,
    link: email === '' ? '' : `mailto:${email}`,
    'name and number': `${first} ${last} (${id})`,
  })[how]

/** Numbers that differ only in how they are written. */
const families: ReadonlyArray<readonly [string, ...ReadonlyArray<string>]> = [
  ...([
    ['1', '01', '001'],
    ['2', '02'],
    ['10', '010'],
    ['E1', 'e1'],
    ['E2', 'E02'],
  ] as const),
  ...([['x-7', 'X7'], ['103', '1.03E+02'], ['yes'], ['no'], ['Ölz'], ['4711']] as const),
]
const ids = families.flat()

const names = ['Ann', 'Bob', 'Cyd', 'Änn', 'Lee', 'Silva', 'No', 'Ja']

const statement = (most: number): fc.Arbitrary<Statement> =>
  fc.record({
    column: fc.constantFrom(
      ...([
        'Manager',
        'Manager',
        'Manager ID',
        'Manager e-mail',
        'Matrix manager',
        'Approver',
      ] as const),
    ),
    above: fc.nat(most),
    naming: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Naming>('number') },
      { weight: 1, arbitrary: fc.constantFrom(...namings) },
    ),
  })

const somebody = (most: number): fc.Arbitrary<Somebody> =>
  fc.record({
    id: fc.constantFrom(...ids),
    first: fc.constantFrom(...names),
    last: fc.constantFrom(...names),
    email: fc.constantFrom('', 'ann@x.org', 'bob@x.org', 'ANN@x.org', 'c@x.org', 'd@x.org'),
    role: fc.constantFrom(
      'junior',
      'junior',
      'senior',
      'senior',
      'both',
      '',
      'mentor, mentee',
      'chief',
    ),
    external: fc.constantFrom('', '', '', 'no', 'yes', 'ja'),
    statements: fc.uniqueArray(statement(most), {
      maxLength: 3,
      selector: ({ column }) => column,
    }),
  })

/** Somebody who is named as top: by their number, as a row names their manager, or anybody. */
const topOf = (people: ReadonlyArray<Somebody>): fc.Arbitrary<string> => {
  const stated = people.flatMap(({ statements }) =>
    statements.flatMap(({ above, naming: how }) => {
      const superior = people[above]
      return superior === undefined ? [] : [naming(superior, how)]
    }),
  )
  return fc.constantFrom(...ids, ...stated, ...stated)
}

/** Small organisations that a file tells in all sorts of ways, sound and not. */
export const arbitraryOrganisation: fc.Arbitrary<Organisation> = fc
  .integer({ min: 2, max: 6 })
  .chain((count) =>
    fc
      .array(somebody(count - 1), { minLength: count, maxLength: count })
      // Mostly everybody has a number of their own; now and then one stands twice.
      .chain((people) =>
        fc
          .tuple(
            fc
              .shuffledSubarray([...families], { minLength: count, maxLength: count })
              .chain((some) => fc.tuple(...some.map((family) => fc.constantFrom(...family)))),
            fc.nat(9),
          )
          .map(([own, odd]) =>
            people.map((one, at) => (odd < 8 || at > 1 ? { ...one, id: own[at] ?? one.id } : one)),
          ),
      )
      .chain((people) =>
        fc.record({ people: fc.constant(people), top: fc.array(topOf(people), { maxLength: 2 }) }),
      ),
  )

/** The same with numbers that nobody hits by chance. */
export const withLongNumbers = ({ people, top }: Organisation): Organisation => ({
  people: people.map((one) => ({ ...one, id: `${one.id}00` })),
  top: top.map((number) => `${number}00`),
})

const columns = ['Manager', 'Manager ID', 'Manager e-mail', 'Matrix manager', 'Approver'] as const

/** The organisation as a table: its headers, and the cells of everybody. */
export const tableOf = ({ people }: Organisation): ReadonlyArray<ReadonlyArray<string>> => [
  ['ID', 'First name', 'Last name', 'Email', 'Role', 'Grade', 'External', ...columns],
  ...people.map(({ id, first, last, email, role, external, statements }) => [
    ...[id, first, last, email, role, '3', external],
    ...columns.map((column) => {
      const said = statements.find((one) => one.column === column)
      const above = said === undefined ? undefined : people[said.above]
      return said === undefined || above === undefined ? '' : naming(above, said.naming)
    }),
  ]),
]

/**
 * Whom a statement means as it stands in the file: somebody whose number the text happens to be, otherwise the one who was
 * meant; nobody for sure where it is a name that several have, since a number beside it may tell which.
 */
const meant = (
  people: ReadonlyArray<Somebody>,
  { above, naming: how }: Statement,
): number | undefined => {
  const superior = people[above]
  if (superior === undefined) return undefined
  const text = naming(superior, how)
  const exact = people.findIndex(({ id }) => id === text)
  if (exact >= 0) return exact
  const isShared = people.some(
    ({ first, last }, at) =>
      at !== above && [first, last].sort().join() === [superior.first, superior.last].sort().join(),
  )
  return text === '' || (isShared && how.startsWith('name')) ? undefined : above
}

/** Everybody whom the file puts above somebody, by their places: whoever is stated in a column of managers, and those above them. */
export const statedAbove = (
  { people }: Organisation,
  start: number,
  isManager: (column: Statement['column']) => boolean,
): ReadonlySet<number> => {
  const above = new Set<number>()
  const next = [start]
  for (let at = 0; at < next.length; at += 1)
    for (const statement of people[next[at] ?? -1]?.statements ?? []) {
      const said = isManager(statement.column) ? meant(people, statement) : undefined
      if (said === undefined || above.has(said)) continue
      above.add(said)
      next.push(said)
    }
  return above
}
