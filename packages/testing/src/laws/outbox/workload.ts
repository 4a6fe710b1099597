import fc from 'fast-check'

/** A notice by numbers: of its id, its recipient, its minutes and its slot. */
export interface Put {
  readonly id: number
  readonly recipient: number
  readonly due: number
  readonly lasts: number
  readonly slot: number
  readonly replaces: ReadonlyArray<number>
  readonly meets: ReadonlyArray<number>
}

/** What is asked of both outboxes; numbers mean what stands there by then, so that fewer steps make sense too. */
export type Step =
  | {
      readonly does: 'put'
      readonly cohort: number
      /** From the version that stands. */
      readonly off: number
      readonly notices: ReadonlyArray<Put>
      /** Where the reader comes, and from where; nowhere in particular without. */
      readonly to: number | undefined
      readonly from: number | undefined
    }
  | {
      readonly does: 'claim'
      readonly now: number
      readonly lasts: number
      readonly limit: number
    }
  | {
      readonly does: 'settle'
      readonly said: ReadonlyArray<{
        readonly id: number
        /** From the claim that stands. */
        readonly off: number
        readonly as: 'Done' | 'Later' | 'Parked'
        readonly due: number
      }>
    }
  | { readonly does: 'retry'; readonly ids: ReadonlyArray<number>; readonly due: number }
  | { readonly does: 'forget'; readonly people: ReadonlyArray<number> }
  | { readonly does: 'sweep'; readonly before: number }
  | { readonly does: 'headers' }
  | {
      readonly does: 'read'
      readonly after: number | undefined
      readonly limit: number
      readonly parked: boolean
    }

const does = <Does extends string>(name: Does) => fc.constant(name)
const limit = fc.integer({ min: 1, max: 6 })
const [id, minutes, person, slot] = [fc.nat(11), fc.nat(8), fc.nat(3), fc.nat(3)]
const mostlyNone = fc.integer({ min: -6, max: 6 }).map((n) => (Math.abs(n) > 1 ? 0 : n))
const slots = fc.array(slot, { maxLength: 2 })
const fewSlots = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, slots)

const notice: fc.Arbitrary<Put> = fc.record({
  ...{ id, recipient: person, due: minutes, lasts: fc.integer({ min: 1, max: 4 }), slot },
  ...{ replaces: fewSlots, meets: fewSlots },
})

const few = fc.option(fc.nat(2), { nil: undefined })

const put = fc.record({
  ...{ does: does('put'), cohort: fc.nat(1), off: mostlyNone },
  notices: fc.array(notice, { maxLength: 5 }),
  ...{ to: few, from: few },
})
const claim = fc.record({
  ...{ does: does('claim'), now: minutes, lasts: fc.integer({ min: 1, max: 4 }), limit },
})
const settlement = fc.record({
  ...{ id, off: mostlyNone, as: fc.constantFrom('Done', 'Later', 'Parked'), due: minutes },
})
const settle = fc.record({
  ...{ does: does('settle'), said: fc.array(settlement, { maxLength: 4 }) },
})
const ids = fc.array(id, { maxLength: 3 })

/** Some steps, one after another. */
export const workloads: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: put },
    { weight: 4, arbitrary: claim },
    { weight: 4, arbitrary: settle },
    { weight: 2, arbitrary: fc.record({ does: does('retry'), ids, due: minutes }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: does('forget'), people: fc.array(person, { maxLength: 2 }) }),
    },
    { weight: 1, arbitrary: fc.record({ does: does('sweep'), before: minutes }) },
    { weight: 1, arbitrary: fc.record({ does: does('headers') }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: does('read'), after: id, limit, parked: fc.boolean() }),
    },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
)
