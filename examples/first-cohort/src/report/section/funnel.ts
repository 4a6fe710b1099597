import { Cohort, type Values } from '@reverse-mentoring/core'
import type { Facts, Numbered } from '../facts.ts'

/** How far people came. They are counted, not pairings, so that each step is a part of the one before. */
export interface FunnelStep {
  readonly step: 'enrolled' | 'proposed' | 'formal' | 'met' | 'complete'
  readonly people: number
}

const partiesOf = (pairings: ReadonlyArray<Numbered>): number => {
  const people = new Set<Values.ParticipantId>()
  for (const { pairing } of pairings) people.add(pairing.mentor).add(pairing.mentee)
  return people.size
}

/** Nobody's answer shows: who was proposed and is not formal waits, lapsed or said no, or the other did (INV15). */
export const funnel = ({ cohort, header, pairings, formal }: Facts): ReadonlyArray<FunnelStep> => {
  const atLeast = (sessions: number) => formal.filter(({ held }) => held.length >= sessions)
  return [
    { step: 'enrolled', people: Cohort.people(cohort).length },
    { step: 'proposed', people: partiesOf(pairings) },
    { step: 'formal', people: partiesOf(formal) },
    { step: 'met', people: partiesOf(atLeast(1)) },
    { step: 'complete', people: partiesOf(atLeast(header.rules.leastSessions)) },
  ]
}
