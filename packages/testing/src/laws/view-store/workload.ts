import fc from 'fast-check'

/** A row that is written, or taken away where it says nothing. */
interface Row {
  readonly place: number
  readonly key: number
  readonly n: number | undefined
}

/** A view of a cohort, by numbers. */
interface Of {
  readonly view: number
  readonly cohort: number
}

/** What a commit changes. */
interface Change extends Of {
  /** From the version that stands. */
  readonly off: number
  readonly revision: number
  readonly isParked: boolean
  readonly isAnew: boolean
  readonly rows: ReadonlyArray<Row>
}

/** Where readers come, and what is said of where they stood. */
interface Progress {
  readonly views: ReadonlyArray<number>
  readonly to: number
  readonly from: 'not said' | 'nowhere' | 'where it stands' | 'elsewhere'
}

/** What is asked of both stores; numbers mean what stands there by then, so that fewer steps make sense too. */
export type Step =
  | {
      readonly does: 'commit'
      readonly changes: ReadonlyArray<Change>
      readonly progress: Progress | undefined
    }
  | { readonly does: 'commit again'; readonly which: number }
  | { readonly does: 'checkpoint'; readonly view: number }
  | { readonly does: 'headers'; readonly of: ReadonlyArray<Of> }
  | {
      readonly does: 'headers of a view'
      readonly view: number
      readonly after: number | undefined
      readonly limit: number
      readonly isParked: boolean
    }
  | {
      readonly does: 'rows'
      readonly view: number
      readonly place: number
      readonly from: number | undefined
      readonly to: number | undefined
      readonly after: { readonly key: number; readonly cohort: number } | undefined
      readonly limit: number
    }
  | { readonly does: 'views' }
  | { readonly does: 'drop'; readonly view: number }

const view = fc.nat(1)
const cohort = fc.nat(2)
const place = fc.nat(1)
const key = fc.nat(5)
const limit = fc.integer({ min: 1, max: 4 })
const maybe = <A>(some: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(some, { nil: undefined })

const change: fc.Arbitrary<Change> = fc.record({
  ...{ view, cohort },
  off: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 1 })),
  revision: fc.nat(9),
  isParked: fc.nat(3).map((n) => n === 3),
  isAnew: fc.nat(4).map((n) => n === 4),
  rows: fc.array(fc.record({ place, key, n: maybe(fc.nat(9)) }), { maxLength: 4 }),
})

const progress: fc.Arbitrary<Progress> = fc.record({
  views: fc.array(view, { maxLength: 2 }),
  to: fc.nat(9),
  from: fc.constantFrom('not said', 'nowhere', 'where it stands', 'elsewhere'),
})

/** Some steps, one after another. */
export const workloads: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant('commit' as const),
        changes: fc.array(change, { maxLength: 3 }),
        progress: maybe(progress),
      }),
    },
    fc.record({ does: fc.constant('commit again' as const), which: fc.nat(9) }),
    fc.record({ does: fc.constant('checkpoint' as const), view }),
    fc.record({
      does: fc.constant('headers' as const),
      of: fc.array(fc.record({ view, cohort }), { maxLength: 3 }),
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ does: fc.constant('headers of a view' as const), view, limit },
        after: maybe(cohort),
        isParked: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ does: fc.constant('rows' as const), view, place, limit },
        ...{ from: maybe(key), to: maybe(key), after: maybe(fc.record({ key, cohort })) },
      }),
    },
    fc.record({ does: fc.constant('views' as const) }),
    fc.record({ does: fc.constant('drop' as const), view }),
  ),
  { maxLength: 40, size: 'max' },
)
