import { Cohort, Values } from '@reverse-mentoring/core'
import { id } from '../scene/ids.ts'
import { at, the } from '../scene/the.ts'
import { pick, pickOf } from './choice.ts'
import {
  next,
  pairings,
  party,
  sessions,
  someTopics,
  stamp,
  type Maker,
  type Position,
} from './pool.ts'

/** A formal pairing, and now and then any. */
const somePairing = ({ cohort, choice }: Position): Cohort.Pairing | undefined => {
  const formal = pairings(cohort, 'Formal')
  return choice.value % 12 === 11 || formal.length === 0
    ? pick(pairings(cohort, 'Proposed', 'Formal', 'Ended'), choice.who)
    : pick(formal, choice.who)
}

const newSession = ({ cohort, choice }: Position) =>
  next('session', Cohort.sessions(cohort).length, choice.what)

/** Now and then a meeting of all the formal pairings that share the first one's mentor or mentee. */
const together = (position: Position, first: Cohort.Pairing) => {
  const used = Cohort.sessions(position.cohort).length
  const { choice } = position
  const alone = [{ session: newSession(position), pairing: first.pairing }]
  if (choice.what % 5 !== 4) return { sessions: alone }
  const others = pairings(position.cohort, 'Formal').filter(
    (other) =>
      other.pairing !== first.pairing &&
      (choice.value % 2 === 0 ? other.mentee === first.mentee : other.mentor === first.mentor),
  )
  const all = [first, ...others].map(({ pairing }, i) => ({
    session: id('session', used + 1 + i),
    pairing,
  }))
  return { sessions: all, meeting: id('meeting', 1 + (choice.who % 5)) }
}

/** Hours to the start: now and then long ago, or in years. */
const startAhead = (what: number, most: number): number =>
  what === 97 ? -400 : what === 96 ? 24 * 400 : 1 + (what % most)

export const schedule: Maker = (position) => {
  const { what, value } = position.choice
  const pairing = somePairing(position)
  if (pairing === undefined) return undefined
  return {
    type: 'ScheduleSession',
    ...stamp(party(pairing, value), position),
    ...together(position, pairing),
    start: at(position.clock + startAhead(what, 40)),
    minutes: 45,
    mode: what % 2 === 0 ? 'remote' : 'onSite',
  }
}

const sessionAnd = (
  position: Position,
  statuses: ReadonlyArray<Cohort.Session['status']['value']>,
): readonly [Cohort.Session, Cohort.Pairing] | undefined => {
  const session = pick(sessions(position.cohort, ...statuses), position.choice.who)
  const pairing = session && Cohort.pairing(position.cohort, session.pairing)
  return session === undefined || pairing === undefined ? undefined : [session, pairing]
}

export const reschedule: Maker = (position) => {
  const { what, value } = position.choice
  const found = sessionAnd(position, value % 6 === 5 ? ['held', 'cancelled'] : ['open'])
  if (found === undefined) return undefined
  const [{ session }, pairing] = found
  return {
    type: 'RescheduleSession',
    ...stamp(party(pairing, value), position),
    sessions: [session],
    start: at(position.clock + startAhead(what, 60)),
    minutes: 30 + (what % 3) * 15,
  }
}

/** A planned session took place, or one that nobody planned. */
export const hold: Maker = (position) => {
  const { what, value } = position.choice
  const found =
    value % 3 === 2
      ? undefined
      : sessionAnd(position, what % 9 === 8 ? ['held', 'cancelled'] : ['open'])
  const pairing = found?.[1] ?? somePairing(position)
  if (pairing === undefined) return undefined
  const planned = found?.[0]
  const from = pairing._tag === 'Ended' && value % 4 < 3 ? pairing.at : at(position.clock)
  const formalAt = pairing._tag === 'Proposed' ? undefined : pairing.formalAt
  const past = what % 10 === 9 ? 24 * 7 : what === 98 ? -5 : value % 8
  return {
    type: 'HoldSession',
    ...stamp(party(pairing, value), position),
    ...(planned === undefined
      ? together(position, pairing)
      : {
          sessions: [{ session: planned.session, pairing: pairing.pairing }],
          ...(planned.meeting !== undefined && { meeting: planned.meeting }),
        }),
    began:
      what % 16 === 15 && formalAt !== undefined
        ? formalAt
        : Values.plusMillis(from, -Values.HOUR * past - Values.MINUTE * (what % 50)),
    minutes: 30,
    byMentor: someTopics(what),
    byMentee: value % 2 === 0 ? someTopics(value) : [],
  }
}

export const cancel: Maker = (position) => {
  const { what, value } = position.choice
  const found = sessionAnd(position, value % 8 === 7 ? ['held', 'cancelled'] : ['open'])
  const byProgramme = what % 6 === 5
  const by = byProgramme || found === undefined ? the.coordinator : party(found[1], value)
  return {
    type: 'CancelSession',
    ...stamp(by, position),
    session: found?.[0].session ?? id('session', 99),
    cancelledBy: byProgramme ? 'programme' : pickOf(['mentee', 'mentor'], what),
  }
}

export const reopen: Maker = (position) => {
  const { what, value } = position.choice
  const found = sessionAnd(position, value % 8 === 7 ? ['open'] : ['held', 'cancelled'])
  if (found === undefined) return undefined
  const [{ session, ending }, pairing] = found
  const by =
    what % 3 === 0 ? the.coordinator : what % 3 === 1 && ending ? ending.by : party(pairing, value)
  return { type: 'ReopenSession', ...stamp(by, position), session }
}
