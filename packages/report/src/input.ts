import type { Port, Values } from '@reverse-mentoring/core'
import type { Answers } from './answers.ts'

/** All that a report is made from. */
export interface ReportInput {
  readonly answers: Answers
  readonly asOf: Values.Instant
  /** What the programme is called. */
  readonly title: string
  /** Attributes of the job, of which only the department is read; who was erased is not here. */
  readonly people: ReadonlyMap<Values.ParticipantId, Port.Attributes>
  /** What codes are called; a code without a label is shown as it is. */
  readonly labels: ReadonlyMap<string, string>
  /** Topics that are about digital skills; with none of them said there is no warning about their share. */
  readonly digital?: ReadonlySet<Values.Code>
  /** What people are called; without it pairings are shown by number only. */
  readonly nameOf?: (participant: Values.ParticipantId) => string | undefined
}
