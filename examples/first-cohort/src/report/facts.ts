import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import type { ReportInput } from './input.ts'
import { walkHistory, type Walked } from './weeks.ts'

/** One pairing under the number by which the report shows it. */
export interface Numbered {
  readonly number: number
  readonly pairing: Cohort.Pairing
  /** In their order. */
  readonly sessions: ReadonlyArray<Cohort.Session>
  readonly held: ReadonlyArray<Event.SessionHeld>
}

/** What all sections of a report are made from. */
export interface Facts extends Walked {
  readonly input: ReportInput
  /** All pairings, numbered from 1 as they were recorded; so a number stays and tells of no answer. */
  readonly pairings: ReadonlyArray<Numbered>
  /** Those of them that are or were formal. */
  readonly formal: ReadonlyArray<Numbered>
}

const isFormal = ({ pairing }: Numbered): boolean =>
  pairing._tag === 'Formal' || (pairing._tag === 'Ended' && pairing.formalAt !== undefined)

const numbered = (
  cohort: Cohort.Cohort,
  events: ReadonlyArray<Event.CohortEvent>,
): ReadonlyArray<Numbered> => {
  const ids = new Set<Values.PairingId>()
  for (const event of events) if (event.type === 'Matched') ids.add(event.pairing)
  return [...ids]
    .map((id) => Cohort.pairing(cohort, id))
    .filter((pairing) => pairing !== undefined)
    .map((pairing, i) => {
      const sessions = Cohort.sessionsOf(cohort, pairing)
      const held = sessions.flatMap(({ ending }) => (ending?.type === 'SessionHeld' ? ending : []))
      return { number: i + 1, pairing, sessions, held }
    })
}

/** The history of a cohort, walked once; `undefined` before the opening. */
export const factsOf = (input: ReportInput): Facts | undefined => {
  const walked = walkHistory(input.events, input.asOf)
  if (walked === undefined) return undefined
  const pairings = numbered(walked.cohort, input.events)
  return { ...walked, input, pairings, formal: pairings.filter(isFormal) }
}

/** What a code is called. */
export const labelOf = ({ input }: Facts, code: Values.Code): string =>
  input.labels.get(code) ?? code
