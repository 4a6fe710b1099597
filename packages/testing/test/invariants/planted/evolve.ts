import { Cohort } from '@reverse-mentoring/core'
import {
  folding,
  withEnrolments,
  withPairings,
  withPairs,
  withSessions,
  type Fault,
} from './fault.ts'

const reviving = folding((after, event, before) => {
  if (event.type !== 'ConsentWithdrawn' || event.purpose !== 'pairing') return after
  const was = Cohort.pairing(before, event.pairing)
  return was?._tag === 'Ended' || was === undefined
    ? after
    : withPairings(after, (p) =>
        p._tag === 'Ended' && p.pairing !== was.pairing ? { ...p, at: event.at } : p,
      )
})

export const ofEvolve: ReadonlyArray<Fault> = [
  [
    'INV13',
    'a late yes revives a pairing that is over',
    folding((after, event, before) => {
      if (event.type !== 'ConsentGiven' || event.purpose !== 'pairing') return after
      const was = Cohort.pairing(before, event.pairing)
      const revived = was && { ...was, _tag: 'Proposed' as const }
      return was?._tag !== 'Ended' || revived === undefined
        ? after
        : withPairings(after, (p) => (p.pairing === was.pairing ? revived : p))
    }),
  ],
  [
    'INV36',
    'a conflict that is lifted leaves the pair free',
    folding((after, event, before) => {
      if (event.type !== 'ConflictDeclared') return after
      const { refused } = Cohort.pair(before, event.by.id, event.against)
      return withPairs(after, (p) =>
        event.by.id in p.declared && !refused ? { ...p, refused } : p,
      )
    }),
  ],
  [
    'INV10',
    'one consent makes a pairing formal',
    folding((after) =>
      withPairings(after, (p) =>
        p._tag === 'Proposed' && p.answers.mentee.yes !== undefined
          ? { ...p, _tag: 'Formal', formalAt: p.answers.mentee.yes }
          : p,
      ),
    ),
  ],
  [
    'INV11',
    'a proposal is shown to its mentor at once',
    folding((after) =>
      after.opened === undefined
        ? after
        : {
            ...after,
            opened: {
              ...after.opened,
              rules: { ...after.opened.rules, consultation: 'mentee-first' },
            },
            pairings: withPairings(after, (p) =>
              p._tag === 'Ended' && p.answers.mentee.yes === undefined
                ? { ...p, answers: { ...p.answers, mentee: { ...p.answers.mentee, yes: p.at } } }
                : p,
            ).pairings,
          },
    ),
  ],
  ['INV13', 'a later refusal moves the end of others', reviving],
  [
    'INV14',
    'who refuses is paused',
    folding((after, event) =>
      event.type === 'ConsentWithdrawn' && event.purpose === 'pairing'
        ? withEnrolments(after, (e) =>
            e.enrolled.participant === event.by.id
              ? { ...e, paused: { value: true, at: event.at } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV14',
    'who withholds identityMatching is not ready',
    folding((after, event) =>
      event.type === 'ConsentGiven' && event.purpose === 'identityMatching'
        ? withEnrolments(after, (e) =>
            e.enrolled.participant === event.by.id
              ? { ...e, capacity: { ...e.capacity, value: e.capacity.value + 1 } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV15',
    'the place of a mentor who said no is not freed',
    folding((after, event, before) =>
      event.type === 'ConsentWithdrawn' &&
      event.purpose === 'pairing' &&
      Cohort.pairing(before, event.pairing)?.mentor === event.by.id
        ? { ...after, people: before.people }
        : after,
    ),
  ],
  [
    'INV18',
    'a cancelled session is open again',
    folding((after, event) =>
      event.type === 'SessionCancelled'
        ? withSessions(after, (s) =>
            s.session === event.session ? { ...s, status: { ...s.status, value: 'open' } } : s,
          )
        : after,
    ),
  ],
  [
    'INV20',
    'a reopened session stays counted',
    folding((after, event, before) =>
      event.type === 'SessionReopened' ? { ...after, sessions: before.sessions } : after,
    ),
  ],
  [
    'INV21',
    'a close leaves pairings alive',
    folding((after, event) =>
      event.type === 'CohortClosed' ? { ...after, closedAt: undefined } : after,
    ),
  ],
  [
    'INV22',
    'a second close moves the first',
    folding((after, event) =>
      event.type === 'CohortClosed' ? { ...after, closedAt: event.at } : after,
    ),
  ],
  [
    'INV23',
    'a fold that remembers what it saw',
    folding((after, event) =>
      event.type === 'SessionScheduled'
        ? withEnrolments(after, (e) => ({
            ...e,
            capacity: { ...e.capacity, value: e.capacity.value + 1 },
          }))
        : after,
    ),
  ],
  [
    'INV24',
    'a roster in which the order of arrival shows',
    folding((after, event) =>
      event.type === 'EnrolmentAmended'
        ? withEnrolments(after, (e) =>
            e.enrolled.enrolment === event.enrolment
              ? { ...e, capacity: { ...e.capacity, value: Cohort.sessions(after).length } }
              : e,
          )
        : after,
    ),
  ],
  [
    'INV25',
    'sessions are counted as often as they are told',
    folding((after, event) =>
      event.type === 'FeedbackGiven'
        ? withEnrolments(after, (e) => ({
            ...e,
            capacity: { ...e.capacity, value: e.capacity.value + 1 },
          }))
        : after,
    ),
  ],
  [
    'INV26',
    'a fold that throws on what it does not know',
    folding((after, event) => {
      if (event.type === 'SessionCancelled' && Cohort.session(after, event.session) === undefined)
        throw new Error('unknown')
      return after
    }),
  ],
  [
    'INV27',
    'lines leave proposals alive',
    folding((after, event, before) =>
      event.type === 'LinesRecorded' ? { ...after, pairings: before.pairings } : after,
    ),
  ],
  [
    'INV37',
    'an erasure leaves pairings alive',
    folding((after, event, before) =>
      event.type === 'ParticipantErased' ? { ...after, pairings: before.pairings } : after,
    ),
  ],
]
