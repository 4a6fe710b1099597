import type { Port } from '@reverse-mentoring/core'
import { checkedPlaces } from './checked-places.ts'
import type { Law } from './law.ts'
import { viewStoreParts } from './parts.ts'
import type { NewPlace } from './place.ts'
import { alikeLaws } from './view-store/alike.ts'
import { commitLaws } from './view-store/commit.ts'
import { companyLaws } from './view-store/company.ts'
import { fenceLaws } from './view-store/fence.ts'
import { placeLaws } from './view-store/place.ts'
import { readingLaws } from './view-store/reading.ts'

/** What every `ViewStore` must keep. Each law takes a new place and makes views of its own. */
export const viewStoreLaws = (newPlace: NewPlace<Port.ViewStore>): ReadonlyArray<Law> => {
  const places = checkedPlaces('viewStoreLaws', newPlace, viewStoreParts)
  return [
    ...commitLaws,
    ...fenceLaws,
    ...placeLaws,
    ...readingLaws,
    ...companyLaws,
    ...alikeLaws,
  ].map((law) => law(places))
}
