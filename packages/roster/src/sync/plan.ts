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

/** A pairing of the cohort that the plan ends, or that the new lines forbid. */
export interface PairTouched {
  /** Numbers in the source; absent where it does not name them. */
  readonly mentor?: string
  readonly mentee?: string
  /** What a formal pairing in one line becomes is the coordinator's to decide: it stays, flagged. */
  readonly becomes: 'flagged' | 'ended'
  readonly because: 'line' | 'left'
}

/** What the cohort would refuse, and why, in a sentence. */
export interface Refused {
  /** The number in the source; absent where it is about nobody in particular. */
  readonly id?: string
  readonly why: string
}

/** How a running cohort is brought up to date with a source. Nothing is done by making it. */
export interface SyncPlan {
  /** In this order; each is safe to send again. */
  readonly commands: ReadonlyArray<Command.Command>
  readonly changes: ReadonlyArray<Change>
  /** What the cohort would refuse: then nothing of the plan should be done. Empty where all can be done. */
  readonly refused: ReadonlyArray<Refused>
  readonly pairs: ReadonlyArray<PairTouched>
  /** Who is enrolled in a role that the source does not give them any more: nothing is done about it. */
  readonly roles: ReadonlyArray<{ readonly id: string; readonly role: Values.Role }>
  /** Numbers of people who were erased, and whom the source would bring back: nothing is done about them. */
  readonly erased: ReadonlyArray<string>
  /** Numbers of people who left the cohort by themselves, and whom the source still names: enrolled again only by hand. */
  readonly withdrawn: ReadonlyArray<string>
  /** Numbers of people who are enrolled, and whose line the source does not make clear: it stays as it was told before. */
  readonly unclear: ReadonlyArray<string>
  /** Who is enrolled and not in the source. Nobody is withdrawn for being absent, since files get cut. */
  readonly absent: ReadonlyArray<Values.ParticipantId>
}
