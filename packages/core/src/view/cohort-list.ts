import type * as t from 'io-ts'
import { list } from '../values/list.ts'
import { fields } from '../values/fields.ts'
import type { Plain } from '../values/plain.ts'
import { CohortId, ParticipantId, ProgrammeId } from '../values/id.ts'
import { coordinatorsOf } from '../cohort/state/coordinators.ts'
import { everywhere, placeOfPerson } from './place.ts'
import type { Frame, View } from './view.ts'

/** One cohort in the list of cohorts. */
export const CohortRow = fields(
  {
    cohort: CohortId,
    programme: ProgrammeId,
    /** Those who coordinate it; nobody where anybody in the role does. */
    coordinators: list(ParticipantId),
  },
  {},
  'CohortRow',
)
export interface CohortRow extends Plain<t.TypeOf<typeof CohortRow>> {}

/** Every cohort that was opened, by its id, and each with the people who coordinate it. */
export const cohortList: View<'coordinator' | 'operator', CohortRow> = {
  name: 'cohort-list-1',
  audience: ['coordinator', 'operator'],
  codec: CohortRow,
  touched: ({ type }, _before, { opened }) =>
    opened !== undefined &&
    (type === 'CohortOpened' || type === 'CoordinatorsNamed' || type === 'Enrolled')
      ? [opened.cohort]
      : [],
  row: (key, cohort) => {
    const { opened } = cohort
    if (opened === undefined || opened.cohort !== key) return undefined
    const { cohort: id, programme } = opened
    return { cohort: id, programme, coordinators: coordinatorsOf(cohort) ?? [] }
  },
  keys: ({ opened }) => (opened === undefined ? [] : [opened.cohort]),
  places: ({ coordinators }, key) => [
    { place: everywhere, key },
    ...coordinators.map((id) => ({ place: placeOfPerson(id), key })),
  ],
}

/** A cohort as it stands. */
export interface ShownCohort
  extends CohortRow, Pick<Frame, 'mode' | 'zone' | 'start' | 'plannedEnd' | 'rules'> {
  readonly state: 'open' | 'closed'
  readonly closedAt?: Frame['start']
}

/** A row as it stands: its dates and rules, and whether it is closed. */
export const showCohort = (row: CohortRow, frame: Frame): ShownCohort => {
  const { mode, zone, start, plannedEnd, rules, closedAt } = frame
  return {
    ...row,
    ...{ mode, zone, start, plannedEnd, rules },
    state: closedAt === undefined ? 'open' : 'closed',
    ...(closedAt !== undefined && { closedAt }),
  }
}
