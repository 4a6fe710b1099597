import type { Port } from '@reverse-mentoring/core'
import { appendLaws, limitLaw } from './event-store/append.ts'
import { companyLaws } from './event-store/company.ts'
import { lastingLaws } from './event-store/lasting.ts'
import { logLaws } from './event-store/log.ts'
import { readingLaws } from './event-store/reading.ts'
import { repeatLaws } from './event-store/repeat.ts'
import { valueLaws } from './event-store/value.ts'
import type { Law, NewPlace } from './law.ts'
import type { Batch } from './record.ts'

const always = [
  ...appendLaws,
  ...repeatLaws,
  ...valueLaws,
  ...readingLaws,
  ...logLaws,
  ...companyLaws,
  ...lastingLaws,
]

/**
 * What every `EventStore` must keep. `beyond` makes a batch that is over the limit of the engine, where it has one.
 * Each law takes a new place and writes up to a thousand small records.
 */
export const eventStoreLaws = (
  newPlace: NewPlace<Port.EventStore>,
  options: { readonly beyond?: () => Batch } = {},
): ReadonlyArray<Law> => {
  const laws = options.beyond === undefined ? always : [...always, limitLaw(options.beyond)]
  return laws.map((law) => law(newPlace))
}
