import type { Port, Values } from '@reverse-mentoring/core'
import { compare } from '../compare.ts'
import { read, type Text } from '../text.ts'

/** How far one cohort is. */
export interface Headed {
  readonly version: number
  readonly parked: boolean
  readonly header: Text<Port.Header>
}

type Asked = Parameters<Port.ViewStore['headersOf']>[1]

/** The page that is asked for of the headers of all cohorts. */
export const headersIn = (
  parts: ReadonlyMap<Values.CohortId, Headed>,
  { after, limit, parked }: Asked,
): Port.HeaderPage => {
  const rest = [...parts]
    .filter(([cohort, part]) => (after === undefined || cohort > after) && (!parked || part.parked))
    .sort(([a], [b]) => compare(a, b))
  return {
    headers: rest.slice(0, limit).map(([cohort, { header }]) => [cohort, read(header)] as const),
    more: rest.length > limit,
  }
}
