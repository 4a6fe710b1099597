import fc from 'fast-check'

/** Some people, cohorts, texts, keys, languages and codes, by numbers. */
type Some = ReadonlyArray<number>

/** What is asked of both directories, about whom the numbers say. */
export type Step =
  | { readonly does: 'put people'; readonly who: Some; readonly n: number }
  | { readonly does: 'find people'; readonly who: Some }
  | { readonly does: 'list cohort'; readonly cohort: number; readonly who: Some }
  | { readonly does: 'cohorts of'; readonly one: number }
  | {
      readonly does: 'take keys'
      readonly keys: ReadonlyArray<{ readonly key: number; readonly one: number }>
    }
  | { readonly does: 'find keys'; readonly keys: Some }
  | {
      readonly does: 'put text'
      readonly text: number
      readonly author: number
      readonly subjects: Some
      readonly n: number
    }
  | { readonly does: 'find text'; readonly text: number }
  | {
      readonly does: 'put labels'
      readonly labels: ReadonlyArray<{
        readonly language: number
        readonly code: number
        readonly n: number
      }>
    }
  | { readonly does: 'labels'; readonly language: number }
  | { readonly does: 'salt'; readonly cohort: number; readonly n: number }
  | { readonly does: 'secret'; readonly name: number; readonly n: number }
  | { readonly does: 'erase'; readonly who: Some }
  | { readonly does: 'told'; readonly cohort: number; readonly who: Some }
  | { readonly does: 'erasing'; readonly limit: number }

/** How many there are of each. */
export const most = { people: 4, cohorts: 2, texts: 4, keys: 3, languages: 2, codes: 3, names: 2 }

const one = fc.nat(most.people - 1)
const who = fc.array(one, { minLength: 1, maxLength: 3 })
const cohort = fc.nat(most.cohorts - 1)
const text = fc.nat(most.texts - 1)
const key = fc.nat(most.keys - 1)
const language = fc.nat(most.languages - 1)
const n = fc.nat(9)

const does = <Does extends Step['does'], Fields extends object>(
  name: Does,
  fields: { readonly [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
  weight = 1,
): fc.WeightedArbitrary<{ readonly does: Does } & Fields> => ({
  weight,
  arbitrary: fc
    .record<Fields>(fields)
    .map((said): { readonly does: Does } & Fields => ({ ...said, does: name })),
})

/** Some steps, one after another; what is kept in the end is looked at anyway. */
export const workloads: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    does('put people', { who, n }, 3),
    does('find people', { who: fc.array(one, { maxLength: 3 }) }),
    does('list cohort', { cohort, who }, 4),
    does('cohorts of', { one }),
    does(
      'take keys',
      { keys: fc.array(fc.record({ key, one }), { minLength: 1, maxLength: 3 }) },
      3,
    ),
    does('find keys', { keys: fc.array(key, { maxLength: 3 }) }),
    does('put text', { text, author: one, subjects: fc.array(one, { maxLength: 2 }), n }, 5),
    does('find text', { text }),
    does(
      'put labels',
      {
        labels: fc.array(fc.record({ language, code: fc.nat(most.codes - 1), n }), {
          minLength: 1,
          maxLength: 3,
        }),
      },
      2,
    ),
    does('labels', { language }),
    does('salt', { cohort, n }, 3),
    does('secret', { name: fc.nat(most.names - 1), n }),
    does('erase', { who: fc.array(one, { minLength: 1, maxLength: 3 }) }, 2),
    does('told', { cohort, who }, 3),
    does('erasing', { limit: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 50, size: 'max' },
)
