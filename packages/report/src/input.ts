import type { Port, Values } from '@reverse-mentoring/core'
import type { Answers } from './read/answers.ts'

/** All that a report is made from. */
export interface ReportInput {
  readonly answers: Answers
  /** What the programme is called. */
  readonly title: string
  /** Said above all else, on everything that the report becomes; such as that it is a simulation. */
  readonly notice?: string
  /** Attributes of the job, of which only the department is read; who was erased is not here. */
  readonly people: ReadonlyMap<Values.ParticipantId, Port.Attributes>
  /** What codes are called; a code without a label is shown as it is. */
  readonly labels: ReadonlyMap<string, string>
  /** Topics that are about digital skills; with none of them said there is no warning about their share. */
  readonly digital?: ReadonlySet<Values.Code>
  /** What people are called; without it people and pairings are shown by number only. */
  readonly nameOf?: (participant: Values.ParticipantId) => string | undefined
  /** The share of those enrolled, 0 to 1, that is to be proposed a pairing. */
  readonly targetMatchRate?: number
}
