import { Values, type Event } from '@reverse-mentoring/core'
import { pairIn, personIn, roleIn, type Memory } from './memory.ts'
import { partOf } from './part-of.ts'

/** The pairing is over from now on; a refusal is remembered for good. */
export const rememberEnd = (
  memory: Memory,
  id: Values.PairingId,
  at: Values.Instant,
  because: 'refusal' | 'line' | 'left' | 'programme',
): void => {
  const pairing = memory.pairings.get(id)
  if (pairing === undefined || pairing.end !== undefined) return
  const pair = pairIn(memory, pairing.mentor, pairing.mentee)
  pairing.end = { at, byLine: because === 'line' }
  if (because === 'refusal') pair.refused = true
  pair.live.delete(id)
  personIn(memory, pairing.mentor).mentor.live.delete(id)
  personIn(memory, pairing.mentee).mentee.live.delete(id)
}

const rememberMatched = (memory: Memory, { pairing, mentor, mentee, at }: Event.Matched): void => {
  const asMentor = memory.people.get(mentor)?.mentor.standing
  const asMentee = memory.people.get(mentee)?.mentee.standing
  if (asMentor === undefined || asMentee === undefined || mentor === mentee) return
  if (memory.taken.has(pairing)) return
  const yes = { mentor: undefined, mentee: undefined }
  memory.taken.add(pairing)
  const days = memory.opened?.rules.answerDays
  const deadline = days === undefined ? undefined : Values.plusDays(at, days)
  memory.pairings.set(pairing, { mentor, mentee, deadline, yes, end: undefined })
  personIn(memory, mentor).mentor.live.add(pairing)
  personIn(memory, mentee).mentee.live.add(pairing)
  const pair = pairIn(memory, mentor, mentee)
  pair.live.add(pairing)
  pair.proposed = true
}

/** What an event tells of pairings and of runs. */
export const rememberPairing = (memory: Memory, event: Event.CohortEvent): void => {
  const { run } = memory
  memory.run = undefined
  if (event.type === 'Matched') {
    rememberMatched(memory, event)
    if (event.run === undefined) return
    memory.run = { id: event.run, pairs: run?.id === event.run ? run.pairs + 1 : 1 }
  }
  if (event.type === 'MatchingRan') {
    const isFirst = !memory.taken.has(event.run)
    memory.taken.add(event.run).add(partOf(event))
    if (isFirst) memory.runs.add(event.run)
  }
  if (event.type === 'PairingEnded') rememberEnd(memory, event.pairing, event.at, 'programme')
  if (event.type !== 'ConsentGiven' && event.type !== 'ConsentWithdrawn') return
  if (event.purpose !== 'pairing') return
  const pairing = memory.pairings.get(event.pairing)
  const role = pairing === undefined ? undefined : roleIn(pairing, event.by.id)
  if (pairing === undefined || role === undefined || pairing.end !== undefined) return
  if (event.type === 'ConsentGiven') pairing.yes[role] ??= event.at
  else rememberEnd(memory, event.pairing, event.at, 'refusal')
}
