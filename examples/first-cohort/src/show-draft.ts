import type { Values } from '@reverse-mentoring/core'
import type { Draft } from '@reverse-mentoring/runtime'
import { draftCsv } from './draft-csv.ts'
import { draftTable } from './draft-table.ts'
import { numberedPairs } from './numbered-pairs.ts'
import type { Setting } from './simulation/setting.ts'
import { wrapped } from './wording.ts'
import { writeNow } from './write-whole.ts'

/** How drafts are shown, and where all of their pairs go. */
export interface DraftsShown {
  /** Whether people are named; otherwise pairings have numbers. */
  readonly names: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Rows of the terminal; so many pairs are a screenful. */
  readonly height: number
  /** A file for all pairs of a run, as CSV; without one they are only counted. */
  readonly fileOf: (run: number) => string | undefined
}

const keptIn = (file: string | undefined, csv: () => string): string => {
  if (file === undefined) return '--draft FILE keeps all of them'
  const wrong = writeNow(file, csv())
  return wrong ?? `all in ${file}`
}

/** What is said of a draft beside its pairs. */
export interface About {
  readonly title: string
  readonly notes: ReadonlyArray<string>
  /** Pairings that there were before. */
  readonly before?: number
}

/** Shows a draft before it is recorded; all of its pairs go into a file where one was named. */
export const showDraft = (
  { names, width, height, fileOf }: DraftsShown,
  setting: Setting,
  draft: Draft,
  run: number,
  { title, notes, before = 0 }: About,
): string => {
  const numbered = numberedPairs(setting, run, draft, before)
  const people = new Map(setting.members.map(({ participant, person }) => [participant, person]))
  const personOf = (participant: Values.ParticipantId) => people.get(participant)
  const labelOf = (code: Values.Code): string => setting.topics.get(code) ?? code
  const shown = { draft, numbered, names, width, height, personOf, labelOf }
  const table = title + draftTable({ ...shown, kept: keptIn(fileOf(run), () => draftCsv(shown)) })
  return [...notes.map((note) => wrapped(note)), table].join('\n')
}
