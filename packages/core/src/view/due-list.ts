import type * as t from 'io-ts'
import type { Cohort } from '../cohort/state/cohort.ts'
import { fields } from '../values/fields.ts'
import type { Plain } from '../values/plain.ts'
import { Instant, plusDays } from '../values/instant.ts'
import { everywhere } from './place.ts'
import type { View } from './view.ts'

/** When time asks for something in a cohort. */
export const DueRow = fields({ deadline: Instant }, {}, 'DueRow')
export interface DueRow extends Plain<t.TypeOf<typeof DueRow>> {}

const earliest = ({ awaiting }: Cohort): Instant | undefined => {
  let first: Instant | undefined
  for (const at of awaiting.keys()) if (first === undefined || at < first) first = at
  return first
}

/** The earliest deadline of each open cohort in which a proposal awaits an answer, in the order of time. O(days of proposals). */
export const dueList: View<'operator', DueRow> = {
  name: 'due-list-1',
  audience: ['operator'],
  codec: DueRow,
  touched: (_event, before, after) =>
    before.awaiting === after.awaiting && before.closedAt === after.closedAt ? [] : ['deadline'],
  row: (_key, cohort) => {
    const at = cohort.closedAt === undefined ? earliest(cohort) : undefined
    if (cohort.opened === undefined || at === undefined) return undefined
    return { deadline: plusDays(at, cohort.opened.rules.answerDays) }
  },
  keys: () => ['deadline'],
  places: ({ deadline }) => [{ place: everywhere, key: deadline }],
}
