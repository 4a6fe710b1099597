import { Cohort, type Values } from '@reverse-mentoring/core'
import type { Roster } from '../roster.ts'
import type { SyncOptions } from './options.ts'
import type { SyncPlan } from './plan.ts'

/** Who is enrolled in a role that the source does not give them any more. O(people). */
export const rolesGone = (
  cohort: Cohort.Cohort,
  { people, onlyLine }: Roster,
  { participantOf }: SyncOptions,
  hasLeft: ReadonlySet<string>,
): SyncPlan['roles'] => {
  const stated = new Map<string, ReadonlyArray<Values.Role>>([
    ...onlyLine.map((id) => [id, []] as const),
    ...people.map(({ id, roles }) => [id, roles] as const),
  ])
  return [...stated].flatMap(([id, roles]) => {
    const participant = hasLeft.has(id) ? undefined : participantOf(id)
    const standing = participant === undefined ? undefined : Cohort.person(cohort, participant)
    return (['mentor', 'mentee'] as const)
      .filter((role) => standing?.[role].enrolment !== undefined && !roles.includes(role))
      .map((role) => ({ id, role }))
  })
}
