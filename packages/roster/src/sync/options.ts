import type { Command, Values } from '@reverse-mentoring/core'

/** Who sends the commands of a plan, and under which ids. */
export interface SyncOptions {
  readonly cohort: Values.CohortId
  readonly at: Values.Instant
  /** A coordinator. */
  readonly by: Values.Actor
  /** Who is behind a number of the source, managers included, as the directory tells; nobody where they were erased. */
  readonly participantOf: (id: string) => Values.ParticipantId | undefined
  /** A new id for an enrolment. */
  readonly newEnrolment: (id: string, role: Values.Role) => Values.EnrolmentId
  /** Numbers of people who are confirmed to have left, beside those whom the source marks. */
  readonly left?: ReadonlyArray<string>
}

/** What all commands of a plan say alike. */
export type Stamp = Pick<Command.Command, 'cohort' | 'at' | 'by'>
