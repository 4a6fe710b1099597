import * as t from 'io-ts'
import type { Cohort, Pairing } from '../cohort/state/cohort.ts'
import { fields } from '../values/fields.ts'
import { list } from '../values/list.ts'
import type { Plain } from '../values/plain.ts'
import { PairingId, ParticipantId } from '../values/id.ts'
import { DAY, Instant, millis } from '../values/instant.ts'
import { Count } from '../values/number.ts'
import { placeOfCohort, placeOfPerson } from './place.ts'
import { noRun, Run, runAfter, sessionsInOrder } from './session-order.ts'
import { touchedPairings } from './touched.ts'
import type { Frame, View } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

/** How a pairing that was formal keeps going. */
export const MomentumRow = fields(
  {
    pairing: PairingId,
    mentor: ParticipantId,
    mentee: ParticipantId,
    formalAt: Instant,
    /** Cancellations in a row, up to now. */
    inARow: Run,
    held: Count,
    cancelled: Count,
    /** Planned starts of the sessions that are open, ascending. */
    planned: list(Instant),
    paused: t.boolean,
  },
  {
    endedAt: Instant,
    /** When the last held session began. */
    lastHeld: Instant,
    /** When the last pause of either ended: dormancy counts from there. */
    pauseEnded: Instant,
  },
  'MomentumRow',
)
export interface MomentumRow extends Plain<t.TypeOf<typeof MomentumRow>> {}

/** How it goes as of a date: one cancellation slips, a threshold of them stalls, two cadences without a session are dormant. */
export type Level = 'steady' | 'slipping' | 'stalled' | 'dormant' | 'over'

const pauseOf = (cohort: Cohort, pairing: Pairing): Pick<MomentumRow, 'paused' | 'pauseEnded'> => {
  const { mentor, mentee } = pairing.enrolments
  const both = [mentor, mentee].map((id) => get(cohort.enrolments, id))
  const last = both
    .flatMap((enrolment) => enrolment?.pauseEnded ?? [])
    .sort()
    .at(-1)
  return {
    paused: both.some((enrolment) => enrolment?.paused?.value === true),
    ...(last !== undefined && { pauseEnded: last }),
  }
}

const momentumRow = (cohort: Cohort, pairing: Pairing): MomentumRow | undefined => {
  if (pairing._tag === 'Proposed' || pairing.formalAt === undefined) return undefined
  const sessions = sessionsInOrder(cohort, pairing)
  const held = sessions.flatMap(({ ending }) =>
    ending?.type === 'SessionHeld' ? [ending.began] : [],
  )
  const lastHeld = [...held].sort().at(-1)
  const open = sessions.filter(({ status }) => status.value === 'open')
  return {
    pairing: pairing.pairing,
    mentor: pairing.mentor,
    mentee: pairing.mentee,
    formalAt: pairing.formalAt,
    ...(pairing._tag === 'Ended' && { endedAt: pairing.at }),
    inARow: sessions.reduce(runAfter, noRun),
    held: held.length,
    cancelled: sessions.filter(({ ending }) => ending?.type === 'SessionCancelled').length,
    ...(lastHeld !== undefined && { lastHeld }),
    planned: pairing._tag === 'Ended' ? [] : open.flatMap(({ plan }) => plan?.value.start ?? []),
    // Of a pairing that is over a pause says nothing, and its row stays as it is.
    ...(pairing._tag === 'Ended' ? { paused: false } : pauseOf(cohort, pairing)),
  }
}

/** Every pairing that is or was formal, by pairing id. Its parties see it, and those who run the cohort. */
export const momentum: View<'party' | 'coordinator', MomentumRow> = {
  name: 'momentum-1',
  audience: ['party', 'coordinator'],
  codec: MomentumRow,
  touched: touchedPairings,
  row: (key, cohort) => {
    const pairing = PairingId.is(key) ? get(cohort.pairings, key) : undefined
    return pairing === undefined ? undefined : momentumRow(cohort, pairing)
  },
  keys: (cohort) => [...keysOf(cohort.pairings)].sort(),
  places: ({ mentor, mentee }, key, cohort) => [
    { place: placeOfCohort(cohort), key },
    { place: placeOfPerson(mentor), key },
    { place: placeOfPerson(mentee), key },
  ],
}

/** A row as of a date. */
export interface ShownMomentum extends MomentumRow {
  readonly level: Level
  /** Whether the cancellations in a row have reached the threshold (INV20). */
  readonly flagged: boolean
  /** The first planned start from then on. */
  readonly nextPlanned?: Instant
}

const isDormant = (row: MomentumRow, cadenceDays: number, asOf: Instant): boolean => {
  if (row.paused) return false
  const since = [row.formalAt, row.lastHeld, row.pauseEnded].flatMap((at) => at ?? []).sort()
  const last = since.at(-1) ?? row.formalAt
  return millis(asOf) - millis(last) > 2 * cadenceDays * DAY
}

/** The row as of a date, in the light of its frame. */
export const showMomentum = (
  row: MomentumRow,
  { rules, closedAt }: Frame,
  asOf: Instant,
): ShownMomentum => {
  const endedAt = row.endedAt ?? closedAt
  const flagged = row.inARow.total >= rules.stallThreshold
  const nextPlanned = endedAt === undefined ? row.planned.find((at) => at >= asOf) : undefined
  const level: Level =
    endedAt !== undefined
      ? 'over'
      : isDormant(row, rules.cadenceDays, asOf)
        ? 'dormant'
        : flagged
          ? 'stalled'
          : row.inARow.total > 0
            ? 'slipping'
            : 'steady'
  return {
    ...row,
    ...(endedAt !== undefined && { endedAt, planned: [] }),
    level,
    flagged,
    ...(nextPlanned !== undefined && { nextPlanned }),
  }
}
