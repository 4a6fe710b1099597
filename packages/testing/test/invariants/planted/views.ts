import { Cohort, View } from '@reverse-mentoring/core'
import { theCore, type AnyView } from '@reverse-mentoring/testing'
import { showing, type Fault } from './fault.ts'

const withoutTouching = (view: AnyView): AnyView => ({
  ...view,
  touched: (event, before, after) =>
    event.type === 'ParticipantErased' ? [] : view.touched(event, before, after),
})

export const ofViews: ReadonlyArray<Fault> = [
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
