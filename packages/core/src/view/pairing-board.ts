import * as t from 'io-ts'
import { Differs } from '../cohort/event/pairing.ts'
import type { Cohort, Ended, Pairing } from '../cohort/state/cohort.ts'
import { inOneLine } from '../cohort/state/in-one-line.ts'
import { fields } from '../values/fields.ts'
import { word } from '../values/word.ts'
import type { Plain } from '../values/plain.ts'
import { PairingId, ParticipantId, RunId } from '../values/id.ts'
import { Instant, plusDays } from '../values/instant.ts'
import { placeOfCohort } from './place.ts'
import { touchedPairings } from './touched.ts'
import type { Frame, View } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

/** One pairing on the board of who runs the cohort: where it stands, never who said what (INV15). */
export const BoardRow = fields(
  {
    pairing: PairingId,
    mentor: ParticipantId,
    mentee: ParticipantId,
    /** One word for both waiting states, and one for all that never became formal. */
    state: word('awaiting-answers', 'formal', 'will-not-go-ahead', 'ended'),
    proposedAt: Instant,
    /** Until when both answers are awaited. */
    deadline: Instant,
    /** A formal pairing within one line of management, to be looked at. */
    conflict: t.boolean,
  },
  {
    formalAt: Instant,
    endedAt: Instant,
    /** Only what those who run the cohort said themselves. */
    endedAs: word('completed', 'conflict', 'programme'),
    run: RunId,
    continues: PairingId,
    /** In what the two differ, as it was recorded when they were matched. */
    differs: Differs,
  },
  'BoardRow',
)
export interface BoardRow extends Plain<t.TypeOf<typeof BoardRow>> {}

const isConflict = (cohort: Cohort, pairing: Pairing): boolean => {
  const mentor = get(cohort.people, pairing.mentor)
  const mentee = get(cohort.people, pairing.mentee)
  if (pairing._tag !== 'Formal' || mentor === undefined || mentee === undefined) return false
  return inOneLine(cohort, mentor, mentee)
}

/** Of a pairing that was formal. */
const endedAs = ({ because }: Ended): BoardRow['endedAs'] =>
  because === 'completed' || because === 'conflict' || because === 'programme' ? because : undefined

const standing = (
  pairing: Pairing,
): Pick<BoardRow, 'state' | 'formalAt' | 'endedAt' | 'endedAs'> => {
  switch (pairing._tag) {
    case 'Proposed':
      return { state: 'awaiting-answers' }
    case 'Formal':
      return { state: 'formal', formalAt: pairing.formalAt }
    case 'Ended': {
      const { formalAt, at } = pairing
      if (formalAt === undefined) return { state: 'will-not-go-ahead', endedAt: at }
      const as = endedAs(pairing)
      return { state: 'ended', formalAt, endedAt: at, ...(as !== undefined && { endedAs: as }) }
    }
  }
}

const boardRow = (cohort: Cohort, pairing: Pairing): BoardRow => {
  const { matched, mentor, mentee } = pairing
  const days = cohort.opened?.rules.answerDays ?? 0
  return {
    pairing: pairing.pairing,
    mentor,
    mentee,
    ...standing(pairing),
    proposedAt: matched.at,
    deadline: plusDays(matched.at, days),
    conflict: isConflict(cohort, pairing),
    ...(matched.run !== undefined && { run: matched.run }),
    ...(matched.continues !== undefined && { continues: matched.continues }),
    ...(matched.differs !== undefined && { differs: matched.differs }),
  }
}

/** Every pairing of the cohort, by pairing id. */
export const pairingBoard: View<'coordinator', BoardRow> = {
  name: 'pairing-board-2',
  audience: ['coordinator'],
  codec: BoardRow,
  touched: touchedPairings,
  row: (key, cohort) => {
    const pairing = PairingId.is(key) ? get(cohort.pairings, key) : undefined
    return pairing === undefined ? undefined : boardRow(cohort, pairing)
  },
  keys: (cohort) => [...keysOf(cohort.pairings)].sort(),
  places: (_row, key, cohort) => [{ place: placeOfCohort(cohort), key }],
}

/** A row as it stands: a close ends what lived. */
export const showPairing = (row: BoardRow, { closedAt }: Frame): BoardRow => {
  if (closedAt === undefined || row.endedAt !== undefined) return row
  const state = row.formalAt === undefined ? 'will-not-go-ahead' : 'ended'
  return { ...row, state, endedAt: closedAt, conflict: false }
}
