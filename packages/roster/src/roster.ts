import type { Port, Values } from '@reverse-mentoring/core'
import type { RosterProblem } from './problem.ts'
import type { WhatWasRead } from './what-was-read.ts'

/** Who stands above somebody. */
export interface RosterLine {
  /** Numbers of everybody above, nearest first. */
  readonly chain: ReadonlyArray<string>
  /** Numbers of all direct managers, where there are several. */
  readonly direct?: ReadonlyArray<string>
}

/** Somebody who takes part, as a roster tells; without a chain where the source does not lead to the top, and so never paired. */
export interface RosterPerson extends Partial<RosterLine> {
  /** Line of the file on which the row begins, or number of the record. */
  readonly line: number
  /** The employee number, or whatever the source tells people apart by; it never reaches the log. */
  readonly id: string
  readonly name: string
  readonly address?: string
  /** One or both, never none. */
  readonly roles: ReadonlyArray<Values.Role>
  readonly seniority: number
  /** Without an employee record and without anybody above; a manager that is stated always counts. */
  readonly external: boolean
  /** Of pairings at the same time, where the source says it. */
  readonly capacity?: number
  /** A month, where the source says it. */
  readonly hours?: number
  readonly offered: ReadonlyArray<Values.Code>
  readonly sought: ReadonlyArray<Values.Code>
  /** Of the job: region, department, location, languages (BCP 47), zone, and columns of one's own; what is left open is absent. */
  readonly attributes: Port.Attributes
  /** Of the person, where it was asked for; in lower case. */
  readonly identity?: Port.Attributes
  /** Whether they agree to have it read for the matching, where it was asked for. */
  readonly agrees?: boolean
}

/** What a source holds. */
export interface Roster {
  /** Who takes part and whose row is sound, in the order of the source. */
  readonly people: ReadonlyArray<RosterPerson>
  /** The line of everybody of whom it is known, whether they take part or not. */
  readonly lines: ReadonlyArray<RosterLine & { readonly id: string }>
  /** Every number that stands in the source, sound or not. */
  readonly numbers: ReadonlyArray<string>
  /** Numbers of those who stand there for the line of management only. */
  readonly onlyLine: ReadonlyArray<string>
  /** Numbers of those who are marked as having left; who is only absent has not. */
  readonly leavers: ReadonlyArray<string>
  /** Everything that is wrong, in the order of the source. With none, whoever is above somebody in the source is in their chain. */
  readonly problems: ReadonlyArray<RosterProblem>
  /** What the topics are called, by code. */
  readonly topics: ReadonlyMap<Values.Code, string>
  /** What was read from where, and what was ignored. */
  readonly read: WhatWasRead
  /** Set where the people who share stand above those who learn on average: roles may be the wrong way round. */
  readonly looksSwapped: boolean
}
