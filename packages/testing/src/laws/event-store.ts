import type { Port } from '@reverse-mentoring/core'
import { alikeLaws } from './event-store/alike.ts'
import { appendLaws, limitLaw } from './event-store/append.ts'
import { companyLaws } from './event-store/company.ts'
import { damageLaws, type Damage } from './event-store/damage.ts'
import { lastingLaws } from './event-store/lasting.ts'
import { logLaws } from './event-store/log.ts'
import { readingLaws } from './event-store/reading.ts'
import { repeatLaws } from './event-store/repeat.ts'
import { valueLaws } from './event-store/value.ts'
import { checkedPlaces } from './checked-places.ts'
import type { Law } from './law.ts'
import { eventStoreParts } from './parts.ts'
import type { NewPlace } from './place.ts'
import type { Batch } from './record.ts'

const always = [
  ...appendLaws,
  ...repeatLaws,
  ...valueLaws,
  ...readingLaws,
  ...logLaws,
  ...companyLaws,
  ...lastingLaws,
  ...alikeLaws,
]

/** What the laws are told of an engine. */
export interface EventStoreLawOptions {
  /** Makes a batch that is over the limit of the engine, where it has one. */
  readonly beyond?: () => Batch
  /** Damages a stored record behind the back of the store, where a test can reach it; it is opened again afterwards. */
  readonly damage?: Damage
}

/** What every `EventStore` must keep. Each law takes a new place and writes up to a thousand small records. */
export const eventStoreLaws = (
  newPlace: NewPlace<Port.EventStore>,
  { beyond, damage }: EventStoreLawOptions = {},
): ReadonlyArray<Law> => {
  const laws = [
    ...always,
    ...(beyond === undefined ? [] : [limitLaw(beyond)]),
    ...(damage === undefined ? [] : damageLaws(damage)),
  ]
  const places = checkedPlaces('eventStoreLaws', newPlace, eventStoreParts)
  return laws.map((law) => law(places))
}
