import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { firstBroken, type Invariant } from './invariant.ts'
import { toldSessions } from './told-sessions.ts'

/** Cancellations in a row by pairing, told from a sound history alone (INV19). */
export const runsOf = (
  events: Iterable<Event.CohortEvent>,
): ReadonlyMap<Values.PairingId, number> => {
  const runs = new Map<Values.PairingId, number>()
  for (const { pairing, ending } of toldSessions(events)) {
    if (ending?.type === 'SessionHeld') runs.set(pairing, 0)
    if (ending?.type === 'SessionCancelled' && ending.cancelledBy !== 'programme') {
      runs.set(pairing, (runs.get(pairing) ?? 0) + 1)
    }
  }
  return runs
}

const isRow = (row: unknown): row is View.MomentumRow =>
  typeof row === 'object' && row !== null && 'inARow' in row

/** INV19. */
export const cancellationsInARow: Invariant = {
  rule: 'INV19',
  name: 'momentum shows the trailing run of counted cancellations, in the order of the sessions',
  broken: ({ events, cohort }, { views }) => {
    const runs = runsOf(events)
    const view = views.find(({ name }) => name === View.momentum.name)
    const rows = view === undefined ? [] : [...View.viewRows(view, cohort).values()].filter(isRow)
    return firstBroken(rows, ({ pairing, inARow }) => {
      const expected = runs.get(pairing) ?? 0
      const isSum = inARow.total === inARow.byMentor + inARow.byMentee
      return inARow.total === expected && isSum
        ? undefined
        : `${pairing} shows ${String(inARow.total)} in a row instead of ${String(expected)}`
    })
  },
}

/** INV20. */
export const flaggedAtThreshold: Invariant = {
  rule: 'INV20',
  name: 'a pairing is flagged if and only if its run has reached the threshold',
  broken: ({ events, cohort }, { views }) => {
    const runs = runsOf(events)
    const view = views.find(({ name }) => name === View.momentum.name)
    const header = View.frameOf(cohort)
    if (view === undefined || header === undefined) return undefined
    const rows = [...View.viewRows(view, cohort).values()].filter(isRow)
    return firstBroken(rows, (row) => {
      const { flagged, level } = View.showMomentum(row, header, header.start)
      const reached = (runs.get(row.pairing) ?? 0) >= header.rules.stallThreshold
      const isStalled = level === 'stalled'
      const isOver = row.endedAt !== undefined || cohort.closedAt !== undefined
      if (flagged !== reached) return `${row.pairing} is ${flagged ? '' : 'not '}flagged`
      return !isOver && isStalled !== reached ? `${row.pairing} is ${level}` : undefined
    })
  },
}

/** The pairings of a cohort that an event of a line has put in one line, told without the core's predicate (INV4). */
export const areInOneLine = (cohort: Cohort.Cohort, pairing: Cohort.Pairing): boolean => {
  const above = (id: Values.ParticipantId) => Cohort.person(cohort, id)?.chain?.value ?? []
  const [ofMentor, ofMentee] = [above(pairing.mentor), above(pairing.mentee)]
  const isAbove = ofMentor.includes(pairing.mentee) || ofMentee.includes(pairing.mentor)
  const direct = (id: Values.ParticipantId) =>
    new Set(Cohort.person(cohort, id)?.direct ?? above(id).slice(0, 1))
  const managers = direct(pairing.mentee)
  const sameManager = [...direct(pairing.mentor)].some((manager) => managers.has(manager))
  return isAbove || (sameManager && cohort.opened?.rules.sameManager === 'forbidden')
}
