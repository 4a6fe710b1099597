import type { Enrolment, Person } from './cohort.ts'

/**
 * Whether somebody who was enrolled as external still is: they have no manager in the organisation, and a chain that was
 * stated, before or later, ends the claim.
 */
export const isExternal = ({ enrolled }: Enrolment, person: Person | undefined): boolean =>
  enrolled.external && (person?.chain?.value.length ?? 0) === 0
