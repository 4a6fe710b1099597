import { checkHistory } from '@reverse-mentoring/audit'
import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { readable, sameShape } from '../readable.ts'
import type { AnyView, Core } from '../walk/core.ts'
import { foldFrom } from '../walk/walk.ts'
import type { Invariant } from './invariant.ts'
import { firstDifference, plainCohort, shown } from './look.ts'

/** A few places at which a history is cut in two. */
const cuts = (length: number): ReadonlyArray<number> =>
  [...new Set([0, 1, length >> 2, length >> 1, length - 1, length])].filter((n) => n >= 0)

/** INV23, of the state. */
export const foldSplits: Invariant = {
  rule: 'INV23',
  name: 'folding a history in two parts equals folding it in one',
  broken: ({ events }, core) => {
    const whole = plainCohort(Cohort.foldCohort(events))
    const cut = cuts(events.length).find((n) => {
      const first = Cohort.foldCohort(events.slice(0, n))
      return !sameShape(plainCohort(foldFrom(core, events.slice(n), first)), whole)
    })
    return cut === undefined ? undefined : `cut after ${String(cut)} events`
  },
}

/** The rows of a view as a projector keeps them: after each event only the touched keys are read again. */
const keptRows = (view: AnyView, core: Core, events: ReadonlyArray<Event.CohortEvent>) => {
  const rows = new Map<string, unknown>()
  let before = Cohort.noCohort
  for (const event of events) {
    const after = core.evolve(before, event)
    for (const key of new Set(view.touched(event, before, after))) {
      const row = view.row(key, after)
      if (row === undefined) rows.delete(key)
      else rows.set(key, row)
    }
    before = after
  }
  return rows
}

const inOrder = (rows: ReadonlyMap<string, unknown>) =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1))

/** INV23, of views. */
export const viewsKeepUp: Invariant = {
  rule: 'INV23',
  name: 'rows that are kept event by event equal rows read from the whole history',
  broken: ({ events, cohort }, core) => {
    const wrong = core.views.find(
      (view) =>
        !sameShape(inOrder(keptRows(view, core, events)), inOrder(View.viewRows(view, cohort))),
    )
    return wrong?.name
  },
}

/** The people whom an event is about, if it is of one pairing or of one enrolment. */
const peopleOf = (
  event: Event.CohortEvent,
  cohort: Cohort.Cohort,
): ReadonlyArray<Values.ParticipantId> | undefined => {
  if (event.type === 'EnrolmentAmended' || event.type === 'BriefingCompleted') {
    const enrolment = Cohort.enrolment(cohort, event.enrolment)
    return enrolment && [enrolment.enrolled.participant]
  }
  if (event.type === 'Matched' || event.type === 'Enrolled') return undefined
  const session =
    'session' in event && event.session ? Cohort.session(cohort, event.session) : undefined
  const id = 'pairing' in event ? event.pairing : session?.pairing
  const pairing = id === undefined ? undefined : Cohort.pairing(cohort, id)
  return pairing && [pairing.mentor, pairing.mentee]
}

/** The history with neighbours that share nobody put in another order. */
export const interleaved = (
  events: ReadonlyArray<Event.CohortEvent>,
  cohort: Cohort.Cohort,
): ReadonlyArray<Event.CohortEvent> => {
  const order = events.map((event) => ({ event, people: peopleOf(event, cohort) }))
  for (let pass = 0; pass < 8; pass += 1) {
    for (let i = 0; i + 1 < order.length; i += 1) {
      const [a, b] = [order[i], order[i + 1]]
      if (a?.people === undefined || b?.people === undefined) continue
      const shares = a.people.some((one) => b.people?.includes(one))
      if (shares || a.people.join() < b.people.join()) continue
      order[i] = b
      order[i + 1] = a
    }
  }
  return order.map(({ event }) => event)
}

/** INV24. */
export const orderOfStrangers: Invariant = {
  rule: 'INV24',
  name: 'interleaving pairings that share nobody in another way changes no view',
  broken: ({ events, cohort }, core) => {
    const other = foldFrom(core, interleaved(events, cohort))
    return firstDifference(shown(core.views, cohort), shown(core.views, other))
  },
}

/** INV25, as far as a fold can show it: what a view has seen already, it may see again at once. */
export const deliveredTwice: Invariant = {
  rule: 'INV25',
  name: 'delivering each record twice changes no view',
  broken: ({ events, cohort }, core) => {
    const twice = foldFrom(
      core,
      events.flatMap((event) => [event, event]),
    )
    return firstDifference(shown(core.views, cohort), shown(core.views, twice))
  },
}

/** The same events out of order: nonsense of every kind. */
export const shuffled = <A>(items: ReadonlyArray<A>, seed: number): ReadonlyArray<A> => {
  const result = [...items]
  let chance = seed + 1
  for (let i = result.length - 1; i > 0; i -= 1) {
    chance = (chance * 48_271) % 2_147_483_647
    const j = chance % (i + 1)
    const [a, b] = [result[i], result[j]]
    if (a === undefined || b === undefined) continue
    result[i] = b
    result[j] = a
  }
  return result
}

/** INV26. */
export const foldsAreTotal: Invariant = {
  rule: 'INV26',
  name: 'folds, views and the check of a history take any nonsense',
  broken: ({ events }, core) => {
    const [opening, ...rest] = events
    const nonsense = [...shuffled(rest, rest.length), ...rest, ...[...rest].reverse()]
    const histories = [nonsense, opening === undefined ? nonsense : [opening, ...nonsense]]
    for (const history of histories) {
      try {
        const cohort = foldFrom(core, history)
        shown(core.views, cohort)
        checkHistory(history)
        const isSame = sameShape(plainCohort(cohort), plainCohort(Cohort.foldCohort(history)))
        if (!isSame && core.evolve === Cohort.evolve) return 'the two folds differ'
      } catch (thrown) {
        return `thrown: ${thrown instanceof Error ? thrown.message : readable(thrown)}`
      }
    }
    return undefined
  },
}

/** Lists, of which a fold may keep nothing. */
const mayBeEmpty: ReadonlySet<Event.EventType> = new Set(['LinesRecorded', 'PairsBarred'])

/** INV26, of the check. */
export const nonsenseIsNamed: Invariant = {
  rule: 'INV26',
  name: 'what a fold ignores, the check of a history names',
  broken: ({ events }, core) => {
    const [opening, ...rest] = events
    if (opening === undefined) return undefined
    const nonsense = [opening, ...shuffled(rest, rest.length)]
    const named = new Set(checkHistory(nonsense).map(({ at }) => at))
    let cohort = Cohort.noCohort
    for (const [at, event] of nonsense.entries()) {
      const before = cohort
      cohort = core.evolve(before, event)
      const isIgnored = cohort === before && !mayBeEmpty.has(event.type)
      if (isIgnored && !named.has(at)) return `event ${String(at)} (${event.type}) is not named`
    }
    return undefined
  },
}
