import type { Command, Values } from '@reverse-mentoring/core'

/** What a command of a plan is for, in terms of the source. */
export interface Change {
  readonly kind: 'enrol' | 'amend' | 'line' | 'leave'
  /** The number in the source. */
  readonly id: string
  readonly participant: Values.ParticipantId
  /** What will be different, such as `seniority 4 → 5`; empty where the kind says it all. */
  readonly what: string
}

/** How a running cohort is brought up to date with a source. Nothing is done by making it. */
export interface SyncPlan {
  /** In this order; each is safe to send again. */
  readonly commands: ReadonlyArray<Command.Command>
  readonly changes: ReadonlyArray<Change>
  /** Numbers of people who were erased, and whom the source would bring back: nothing is done about them. */
  readonly erased: ReadonlyArray<string>
  /** Numbers of people who left the cohort by themselves, and whom the source still names: enrolled again only by hand. */
  readonly withdrawn: ReadonlyArray<string>
  /** Numbers of people who are enrolled, and whose line the source does not make clear: it stays as it was told before. */
  readonly unclear: ReadonlyArray<string>
  /** Who is enrolled and not in the source. Nobody is withdrawn for being absent, since files get cut. */
  readonly absent: ReadonlyArray<Values.ParticipantId>
}
