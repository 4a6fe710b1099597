import { Values } from '@reverse-mentoring/core'
import { id } from './ids.ts'
import { remembered } from './remembered.ts'

/** The hour at which the scene begins. */
const dawn = '2026-03-01T00:00:00.000Z' as Values.Instant

/** So many hours after the scene has begun: the `@` of a worked example. */
export const at: (hours: number) => Values.Instant = remembered((hours) =>
  Values.plusMillis(dawn, hours * Values.HOUR),
)

/** Somebody who speaks for themselves. */
export const self = (participant: Values.ParticipantId): Values.Actor => ({
  role: 'participant',
  id: participant,
})

interface Cast {
  readonly cohort: Values.CohortId
  readonly programme: Values.ProgrammeId
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
  readonly secondMentor: Values.ParticipantId
  readonly secondMentee: Values.ParticipantId
  /** Stands above others, and is not enrolled. */
  readonly manager: Values.ParticipantId
  /** The one pairing of `P` and `F`. */
  readonly pairing: Values.PairingId
  readonly session: Values.SessionId
  /** Opens the cohort, and so is its first named coordinator. */
  readonly coordinator: Values.Actor
  /** Coordinates once somebody names them. */
  readonly deputy: Values.Actor
  readonly system: Values.Actor
}

/** Who and what worked examples are about. The mentor is the junior person, the mentee the senior one. */
export const the: Cast = {
  cohort: id('cohort', 1),
  programme: id('programme', 1),
  mentor: id('participant', 1),
  mentee: id('participant', 2),
  secondMentor: id('participant', 3),
  secondMentee: id('participant', 4),
  manager: id('participant', 9),
  pairing: id('pairing', 1),
  session: id('session', 1),
  coordinator: { role: 'coordinator', id: id('participant', 90) },
  deputy: { role: 'coordinator', id: id('participant', 92) },
  system: { role: 'system', id: id('participant', 91) },
}

/** The mark of an event: when it was said, and by whom. */
export interface Said {
  readonly at: Values.Instant
  readonly by: Values.Actor
}

/** The mark of a command: of which cohort, when, by whom. */
export interface Asks extends Said {
  readonly cohort: Values.CohortId
}

/** Of the scene's cohort, so many hours after it began. */
export const asks = (by: Values.Actor, hours: number): Asks => ({
  cohort: the.cohort,
  at: at(hours),
  by,
})

/** So many hours after the scene began. */
export const said = (by: Values.Actor, hours: number): Said => ({ at: at(hours), by })
