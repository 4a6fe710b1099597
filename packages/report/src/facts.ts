import type { Values, View } from '@reverse-mentoring/core'
import type { ReportInput } from './input.ts'
import { inOrder, isHeld, type HeldRow } from './sessions.ts'

/** The names of the two of a pairing, where the report was asked for names and they have one. */
export interface Names {
  readonly mentor: string | undefined
  readonly mentee: string | undefined
}

/** One pairing under the number by which the report shows it. */
export interface Numbered {
  readonly number: number
  readonly pairing: View.BoardRow
  readonly names: Names
  /** In their order. */
  readonly sessions: ReadonlyArray<View.CalendarRow>
  readonly held: ReadonlyArray<HeldRow>
}

/** What all sections of a report are made from. */
export interface Facts {
  readonly input: ReportInput
  /** All pairings, numbered from 1 by when they were proposed, then by id; so a number stays and tells of no answer. */
  readonly pairings: ReadonlyArray<Numbered>
  /** Those of them that are or were formal. */
  readonly formal: ReadonlyArray<Numbered>
  /** Everybody who is or was enrolled, but for those who were erased. */
  readonly known: ReadonlySet<Values.ParticipantId>
}

/** The order in which pairings are numbered. */
const byProposal = (a: View.BoardRow, b: View.BoardRow): number =>
  a.proposedAt < b.proposedAt || (a.proposedAt === b.proposedAt && a.pairing < b.pairing) ? -1 : 1

const byPairing = (
  calendar: ReadonlyArray<View.CalendarRow>,
): ReadonlyMap<Values.PairingId, ReadonlyArray<View.CalendarRow>> => {
  const rows = new Map<Values.PairingId, Array<View.CalendarRow>>()
  for (const row of calendar) {
    const own = rows.get(row.pairing)
    if (own === undefined) rows.set(row.pairing, [row])
    else own.push(row)
  }
  return rows
}

/** The answers, put together by pairing. */
export const factsOf = (input: ReportInput): Facts => {
  const { board, calendar, roster } = input.answers
  const known = new Set(roster.map(({ participant }) => participant))
  const nameOf = (id: Values.ParticipantId) => (known.has(id) ? input.nameOf?.(id) : undefined)
  const sessions = byPairing(calendar)
  const pairings = [...board].sort(byProposal).map((pairing, i): Numbered => {
    const own = inOrder(sessions.get(pairing.pairing) ?? [])
    const names = { mentor: nameOf(pairing.mentor), mentee: nameOf(pairing.mentee) }
    return { number: i + 1, pairing, names, sessions: own, held: own.filter(isHeld) }
  })
  return {
    input,
    pairings,
    formal: pairings.filter(({ pairing }) => pairing.formalAt !== undefined),
    known,
  }
}

/** What a code is called. */
export const labelOf = ({ input }: Facts, code: string): string => input.labels.get(code) ?? code
