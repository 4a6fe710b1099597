import type { Port, Values } from '@reverse-mentoring/core'
import type { RowProblem } from './problem.ts'

/** Somebody who takes part, as the roster tells. */
export interface RosterPerson {
  /** Line of the file on which the row begins. */
  readonly line: number
  /** The employee number, or whatever the file tells people apart by; it never reaches the log. */
  readonly id: string
  readonly name: string
  readonly address?: string
  readonly role: Values.Role
  readonly seniority: number
  readonly external: boolean
  readonly capacity: number
  readonly hours?: number
  readonly offered: ReadonlyArray<Values.Code>
  readonly sought: ReadonlyArray<Values.Code>
  /** Of the job: region, department, location, languages, zone, and columns of one's own; what the file leaves open is absent. */
  readonly attributes: Port.Attributes
  /** Of the person, where it was asked for. */
  readonly identity?: Port.Attributes
  /** Whether they agree to have it read for the matching, where it was asked for. */
  readonly agrees?: boolean
  /** Employee numbers of the managers above, nearest first; absent where the file does not lead to the top. */
  readonly chain?: ReadonlyArray<string>
}

/** What a roster file holds. */
export interface Roster {
  /** Who takes part and whose row is sound, in the order of the file. */
  readonly people: ReadonlyArray<RosterPerson>
  /** Rows that take part, sound or not. */
  readonly rows: number
  /** Everything that is wrong, in the order of the file. */
  readonly problems: ReadonlyArray<RowProblem>
  /** What the topics are called, by code. */
  readonly topics: ReadonlyMap<Values.Code, string>
  /** Set where the people who share stand above those who learn on average: roles may be the wrong way round. */
  readonly looksSwapped: boolean
}
