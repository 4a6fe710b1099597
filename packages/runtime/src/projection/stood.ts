import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { standsAt } from '../cohort/loaded.ts'

/** Where a header or a state stands in the stream of a cohort. */
export interface Stood {
  readonly cohort: Values.CohortId
  readonly revision: Stored.Revision
  readonly record: Values.Uuid | undefined
}

/** Whether the log still holds that record. Of what is damaged nobody can say that it is another. */
export const holds = async (
  store: Pick<Port.EventStore, 'readStream'>,
  { cohort, revision, record }: Stood,
): Promise<E.Either<Port.Unavailable | Port.Misused, boolean>> => {
  const stream = Stored.cohortStream(cohort)
  const page = await store.readStream(stream, { after: revision - 1, limit: 1 })()
  return E.map(
    ({ records, damaged }: Port.StreamPage) =>
      standsAt({ revision, record }, records[0]) || damaged?.revision === revision,
  )(page)
}
