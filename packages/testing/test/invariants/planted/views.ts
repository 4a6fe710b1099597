import { Cohort, View } from '@reverse-mentoring/core'
import { theCore, type AnyView } from '@reverse-mentoring/testing'
import { folding, showing, withEnrolments, type Fault } from './fault.ts'

const withoutTouching = (view: AnyView): AnyView => ({
  ...view,
  touched: (event, before, after) =>
    event.type === 'ParticipantErased' ? [] : view.touched(event, before, after),
})

const more = (n: number): number => n + 1

/** Figures that are wrong by one now and then, as they are where a case was forgotten. */
const wrongByOne: ReadonlyArray<Fault> = [
  [
    'INV17',
    'momentum counts sessions that an end left open',
    showing(View.momentum, (row) =>
      row?.endedAt === undefined ? row : { ...row, cancelled: more(row.cancelled) },
    ),
  ],
  [
    'INV17',
    'momentum counts what was taken back',
    showing(View.momentum, (row) => row && { ...row, held: more(row.held) }),
  ],
  [
    'INV17',
    'momentum forgets the last meeting',
    showing(View.momentum, (row) => row && { ...row, lastHeld: row.formalAt }),
  ],
  [
    'INV17',
    'a calendar shows open what an end left open',
    showing(
      View.sessionCalendar,
      (row) => row && { ...row, state: row.state === 'void' ? 'planned' : row.state },
    ),
  ],
  [
    'INV17',
    'a calendar keeps the time at which a session was planned first',
    showing(View.sessionCalendar, (row, cohort) => {
      const plan = row && Cohort.session(cohort, row.session)?.firstPlan
      return row && { ...row, ...(plan && { start: plan.start }) }
    }),
  ],
  [
    'INV1',
    'a roster with one place too many',
    showing(View.cohortRoster, (row) => row && { ...row, capacity: more(row.capacity) }),
  ],
  [
    'INV1',
    'a roster in which a pause lasts',
    showing(View.cohortRoster, (row, cohort) => {
      const paused = row && Cohort.enrolment(cohort, row.enrolment)?.paused !== undefined
      return row && { ...row, paused }
    }),
  ],
  [
    'INV1',
    'a roster without those who left',
    showing(View.cohortRoster, (row) => (row?.leftAt === undefined ? row : undefined)),
  ],
  [
    'INV33',
    'a run that does not count whom it left over',
    showing(View.matchingRuns, (row) => row && { ...row, unmatched: 0 }),
  ],
  [
    'INV33',
    'a roster without reasons',
    showing(View.cohortRoster, (row) => {
      const { leftWaiting: _why, ...rest } = row ?? {}
      return row && rest
    }),
  ],
  [
    'INV33',
    'a roster that keeps a reason after a proposal',
    folding((folded, event, before) =>
      event.type !== 'Matched'
        ? folded
        : withEnrolments(folded, (enrolment) => ({
            ...enrolment,
            leftWaiting: Cohort.enrolment(before, enrolment.enrolled.enrolment)?.leftWaiting,
          })),
    ),
  ],
]

export const ofViews: ReadonlyArray<Fault> = [
  ...wrongByOne,
  [
    'INV15',
    'a board that shows who is awaited',
    showing(
      View.pairingBoard,
      (row, cohort, key) =>
        row && {
          ...row,
          awaits:
            Cohort.pairing(cohort, key as typeof row.pairing)?.answers.mentee.yes === undefined
              ? 'mentee'
              : 'mentor',
        },
    ),
  ],
  [
    'INV19',
    'momentum counts what the programme cancelled',
    showing(
      View.momentum,
      (row) => row && { ...row, inARow: { ...row.inARow, total: row.cancelled } },
    ),
  ],
  ['INV23', 'an erasure touches no row', { ...theCore, views: theCore.views.map(withoutTouching) }],
  [
    'INV27',
    'a board without conflicts',
    showing(View.pairingBoard, (row) => row && { ...row, conflict: false }),
  ],
  [
    'INV35',
    'a calendar with topics',
    showing(View.sessionCalendar, (row) => row && { ...row, byMentor: [] }),
  ],
  [
    'INV35',
    'a calendar with ratings',
    showing(View.sessionCalendar, (row) => row && { ...row, rating: 3 }),
  ],
  [
    'INV15',
    'a pairing of one’s own that tells a conflict from a withdrawal',
    showing(View.myPairings, (row, cohort) => {
      const is = row && Cohort.pairing(cohort, row.pairing)
      return row && { ...row, cause: is?._tag === 'Ended' && is.because === 'declared' }
    }),
  ],
  [
    'INV36',
    'a board that shows who declared',
    showing(
      View.pairingBoard,
      (row, cohort) =>
        row && { ...row, private: Cohort.pair(cohort, row.mentor, row.mentee).declared },
    ),
  ],
  [
    'INV36',
    'a board that tells a conflict from a withdrawal',
    showing(View.pairingBoard, (row, cohort, key) => {
      const is = row && Cohort.pairing(cohort, key as typeof row.pairing)
      return row && { ...row, cause: is?._tag === 'Ended' && is.because === 'declared' }
    }),
  ],
  [
    'INV37',
    'a roster that keeps the erased',
    showing(
      View.cohortRoster,
      (row, cohort, key) =>
        row ?? Cohort.enrolment(cohort, key as View.RosterRow['enrolment'])?.enrolled,
    ),
  ],
]
