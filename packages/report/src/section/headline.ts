import { View, type Values } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'
import { runAfter } from '../sessions.ts'

/** The figures that come first. */
export interface Headline {
  readonly people: number
  readonly mentors: number
  readonly mentees: number
  readonly proposed: number
  /** Pairings that are or were formal. */
  readonly formal: number
  readonly held: number
  /** Hours that pairings spent together; a joint meeting counts for each of its pairings. */
  readonly hours: number
  /** Pairings with at least `leastSessions` sessions. */
  readonly complete: number
  readonly leastSessions: number
  readonly stallThreshold: number
  /** Pairings that had as many cancellations in a row as flag one. */
  readonly stalled: number
  /** Those of them that met again. */
  readonly recovered: number
}

/** Whether a pairing ever stalled, and whether it met again after that. */
const stalling = (sessions: ReadonlyArray<View.CalendarRow>, threshold: number) => {
  let run = View.noRun
  let stalled = false
  let recovered = false
  for (const session of sessions) {
    run = runAfter(run, session)
    if (run.total >= threshold) stalled = true
    if (stalled && session.state === 'held') recovered = true
  }
  return { stalled, recovered }
}

/** Everybody who is or was in a role; of who was erased only the pairings are left. */
const inRole = ({ input, pairings }: Facts, role: Values.Role): ReadonlySet<string> =>
  new Set([
    ...input.answers.roster.flatMap((row) => (row.role === role ? [row.participant] : [])),
    ...pairings.map(({ pairing }) => pairing[role]),
  ])

/** Counts over the whole cohort. */
export const headline = (facts: Facts): Headline => {
  const { input, pairings, formal } = facts
  const { leastSessions, stallThreshold } = input.answers.cohort.rules
  const [mentors, mentees] = [inRole(facts, 'mentor'), inRole(facts, 'mentee')]
  const stalls = formal.map(({ sessions }) => stalling(sessions, stallThreshold))
  const held = formal.flatMap((pairing) => pairing.held)
  return {
    people: new Set([...mentors, ...mentees]).size,
    mentors: mentors.size,
    mentees: mentees.size,
    proposed: pairings.length,
    formal: formal.length,
    held: held.length,
    hours: Math.round(held.reduce((sum, { minutes }) => sum + minutes, 0) / 60),
    complete: formal.filter((pairing) => pairing.held.length >= leastSessions).length,
    leastSessions,
    stallThreshold,
    stalled: stalls.filter(({ stalled }) => stalled).length,
    recovered: stalls.filter(({ recovered }) => recovered).length,
  }
}
