import { Cohort, View } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'

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
const stalling = (sessions: ReadonlyArray<Cohort.Session>, threshold: number) => {
  let run = View.noRun
  let stalled = false
  let recovered = false
  for (const session of sessions) {
    run = View.runAfter(run, session)
    if (run.total >= threshold) stalled = true
    if (stalled && session.ending?.type === 'SessionHeld') recovered = true
  }
  return { stalled, recovered }
}

/** Counts over the whole cohort. */
export const headline = ({ cohort, header, pairings, formal }: Facts): Headline => {
  const { leastSessions, stallThreshold } = header.rules
  const people = Cohort.people(cohort)
  const stalls = formal.map(({ sessions }) => stalling(sessions, stallThreshold))
  const held = formal.flatMap((pairing) => pairing.held)
  return {
    people: people.length,
    mentors: people.filter(({ mentor }) => mentor.everEnrolled).length,
    mentees: people.filter(({ mentee }) => mentee.everEnrolled).length,
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
