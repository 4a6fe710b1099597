import fc from 'fast-check'

/** What is asked of both stores; numbers mean what stands there by then, so that fewer steps make sense too. */
export type Step =
  | {
      readonly does: 'append'
      readonly stream: number
      /** From the revision that stands. */
      readonly off: number
      readonly size: number
      readonly after: 'not named' | 'as it stands' | 'another'
    }
  | { readonly does: 'append again'; readonly which: number }
  | {
      readonly does: 'read stream'
      readonly stream: number
      readonly after: number
      readonly limit: number
    }
  | { readonly does: 'read log'; readonly from: number; readonly limit: number }
  | { readonly does: 'head' }

const stream = fc.nat(2)
const limit = fc.integer({ min: 1, max: 5 })

/** Some steps, one after another. */
export const workloads: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant('append' as const),
        stream,
        off: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -3, max: 2 })),
        size: fc.integer({ min: 1, max: 3 }),
        after: fc.constantFrom('not named', 'as it stands', 'another'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('append again' as const), which: fc.nat(9) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('read stream' as const),
        stream,
        after: fc.nat(6),
        limit,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('read log' as const), from: fc.nat(9), limit }),
    },
    fc.record({ does: fc.constant('head' as const) }),
  ),
  { maxLength: 30, size: 'max' },
)
