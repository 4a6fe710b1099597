import type { Port } from '@reverse-mentoring/core'
import { checkedPlaces } from './checked-places.ts'
import type { Law } from './law.ts'
import { alikeLaws } from './outbox/alike.ts'
import { claimLaws } from './outbox/claim.ts'
import { commitLaws } from './outbox/commit.ts'
import { keepingLaws } from './outbox/keeping.ts'
import { settleLaws } from './outbox/settle.ts'
import { slotLaws } from './outbox/slots.ts'
import { outboxParts } from './parts.ts'
import type { NewPlace } from './place.ts'

/** What every `Outbox` must keep. Each law takes a new place, with nothing in it. */
export const outboxLaws = (newPlace: NewPlace<Port.Outbox>): ReadonlyArray<Law> => {
  const places = checkedPlaces('outboxLaws', newPlace, outboxParts)
  const all = [
    ...commitLaws,
    ...slotLaws,
    ...claimLaws,
    ...settleLaws,
    ...keepingLaws,
    ...alikeLaws,
  ]
  return all.map((law) => law(places))
}
