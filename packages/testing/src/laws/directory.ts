import type { Port } from '@reverse-mentoring/core'
import { checkedPlaces } from './checked-places.ts'
import { alikeLaws } from './directory/alike.ts'
import { erasingLaws } from './directory/erasing.ts'
import { keysLaws } from './directory/keys.ts'
import { listingLaws } from './directory/listing.ts'
import { peopleLaws } from './directory/people.ts'
import { tellingLaws } from './directory/telling.ts'
import { wordsLaws } from './directory/words.ts'
import type { Law } from './law.ts'
import { directoryParts } from './parts.ts'
import type { NewPlace } from './place.ts'

/** What every `Directory` must keep. Each law takes a new place and makes people of its own. */
export const directoryLaws = (newPlace: NewPlace<Port.Directory>): ReadonlyArray<Law> => {
  const places = checkedPlaces('directoryLaws', newPlace, directoryParts)
  return [
    ...peopleLaws,
    ...keysLaws,
    ...listingLaws,
    ...wordsLaws,
    ...erasingLaws,
    ...tellingLaws,
    ...alikeLaws,
  ].map((law) => law(places))
}
