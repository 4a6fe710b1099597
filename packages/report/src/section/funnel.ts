import type { Values } from '@reverse-mentoring/core'
import type { Facts, Numbered } from '../facts.ts'

/** How far people came. They are counted, not pairings, so that each step is a part of the one before. */
export interface FunnelStep {
  readonly step: 'enrolled' | 'proposed' | 'formal' | 'met' | 'complete'
  readonly people: number
}

const partiesOf = (pairings: ReadonlyArray<Numbered>): ReadonlySet<Values.ParticipantId> =>
  new Set(pairings.flatMap(({ pairing }) => [pairing.mentor, pairing.mentee]))

/** Nobody's answer shows: who was proposed and is not formal waits, lapsed or said no, or the other did (INV15). */
export const funnel = ({ input, pairings, formal, known }: Facts): ReadonlyArray<FunnelStep> => {
  const { leastSessions } = input.answers.cohort.rules
  const atLeast = (sessions: number) => formal.filter(({ held }) => held.length >= sessions)
  const proposed = partiesOf(pairings)
  return [
    // Of who was erased only the pairings are left.
    { step: 'enrolled', people: new Set([...known, ...proposed]).size },
    { step: 'proposed', people: proposed.size },
    { step: 'formal', people: partiesOf(formal).size },
    { step: 'met', people: partiesOf(atLeast(1)).size },
    { step: 'complete', people: partiesOf(atLeast(leastSessions)).size },
  ]
}
