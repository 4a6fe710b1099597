import { Cohort, Values, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { asks, self } from '../scene/the.ts'
import type { Core } from '../walk/core.ts'
import { foldFrom, stepFrom, type Step } from '../walk/walk.ts'
import { firstBroken, type Invariant } from './invariant.ts'

const pairingsOf = (cohort: Cohort.Cohort): ReadonlyArray<Cohort.Pairing> => Cohort.pairings(cohort)

const agreed = ({ answers }: Cohort.Pairing): boolean =>
  answers.mentor.yes !== undefined && answers.mentee.yes !== undefined

/** INV10, of every state. */
export const formalByTwoConsents: Invariant = {
  rule: 'INV10',
  name: 'a pairing is formal if and only if both consented to it',
  broken: ({ steps }) =>
    firstBroken(steps, ({ after }) => {
      const wrong = pairingsOf(after).find(
        (p) => p._tag !== 'Ended' && (p._tag === 'Formal') !== agreed(p),
      )
      return wrong && `${wrong.pairing} is ${wrong._tag}`
    }),
}

/** What no decision records any more of a pairing that is over, and what a fold must pass over. */
const nonsenseOn = ({ pairing, mentor, mentee }: Cohort.Pairing, at: Values.Instant) =>
  [mentor, mentee].flatMap((id): ReadonlyArray<Event.CohortEvent> => {
    const said = { at, by: self(id), pairing }
    return [
      { type: 'ConsentGiven', ...said, purpose: 'pairing', terms: 1 },
      { type: 'ConsentWithdrawn', ...said, purpose: 'pairing' },
      { type: 'PairingEnded', ...said, reason: 'programme' },
    ]
  })

const sameEnd = (was: Cohort.Ended, cohort: Cohort.Cohort): boolean => {
  const is = Cohort.pairing(cohort, was.pairing)
  return is?._tag === 'Ended' && is.at === was.at && is.because === was.because
}

/** INV13, of every state. */
export const endedForGood: Invariant = {
  rule: 'INV13',
  name: 'an ended pairing never changes its end, and nothing revives it',
  broken: ({ steps, cohort }, core) => {
    const moved = firstBroken(steps, ({ before, after, command }) =>
      firstBroken(pairingsOf(before), (was) =>
        was._tag !== 'Ended' || sameEnd(was, after)
          ? undefined
          : `${command.type} changed the end of ${was.pairing}`,
      ),
    )
    const revived = firstBroken(pairingsOf(cohort), (was) => {
      if (was._tag !== 'Ended') return undefined
      const later = Values.plusMillis(was.at, Values.HOUR)
      const isSame = sameEnd(was, foldFrom(core, nonsenseOn(was, later), cohort))
      return isSame ? undefined : `nonsense changed the end of ${was.pairing}`
    })
    return moved ?? revived
  },
}

type About = Command.Command & {
  readonly type:
    | 'GiveConsent'
    | 'WithdrawConsent'
    | 'AgreeGoals'
    | 'ScheduleSession'
    | 'HoldSession'
    | 'GiveFeedback'
}

/** Commands about a pairing that a party may try. */
export const attempts = (
  { pairing }: Cohort.Pairing,
  who: Cohort.Person['participant'],
  hours: number,
  cohort: Cohort.Cohort,
): ReadonlyArray<About> => {
  const mark = asks(self(who), hours)
  const session = 'f0000000-0000-4000-8000-000000000001' as Cohort.Session['session']
  const feedback = 'f0000000-0000-4000-8000-000000000002' as Command.GiveFeedback['feedback']
  const { codes } = cohort
  const question = codes.questions[0]
  const lists = { byMentor: [], byMentee: [] }
  const sessions = [{ session, pairing }]
  return [
    { type: 'GiveConsent', ...mark, purpose: 'pairing', pairing, terms: cohort.opened?.terms ?? 1 },
    { type: 'WithdrawConsent', ...mark, purpose: 'pairing', pairing },
    { type: 'AgreeGoals', ...mark, pairing, goals: codes.goals.slice(0, 1) },
    { type: 'ScheduleSession', ...mark, sessions, start: mark.at, minutes: 45, mode: 'remote' },
    { type: 'HoldSession', ...mark, sessions, began: mark.at, minutes: 45, ...lists },
    ...(question === undefined
      ? []
      : [
          {
            type: 'GiveFeedback' as const,
            ...mark,
            ...{ feedback, pairing, question, occasion: 'end' as const, rating: 3, themes: [] },
          },
        ]),
  ]
}

/** So late that no walk gets there. */
const LATE = 24 * 3000

const answersOnPairing = (core: Core, { after }: Step): string | undefined =>
  firstBroken(pairingsOf(after), (pairing) => {
    const isHidden =
      after.opened?.rules.consultation === 'mentee-first' &&
      pairing.answers.mentee.yes === undefined
    if (!isHidden || Cohort.isErased(after, pairing.mentor)) return undefined
    return firstBroken(attempts(pairing, pairing.mentor, LATE, after), (command) => {
      const answer = core.decide(command, after)
      const isUnknown = E.isLeft(answer) && answer.left._tag === 'UnknownPairing'
      return isUnknown
        ? undefined
        : `${command.type} tells a mentor of a pairing they were not asked`
    })
  })

/** INV11, of every command about a pairing. */
export const unknownToTheUnasked: Invariant = {
  rule: 'INV11',
  name: 'to a mentor who was never asked a proposal does not exist',
  broken: ({ steps }, core) =>
    firstBroken(steps.filter(changes), (step) => answersOnPairing(core, step)),
}

/** Whether a step recorded something. */
export const changes = ({ answer }: Step): boolean => E.isRight(answer) && answer.right.length > 0

const knows = (
  cohort: Cohort.Cohort,
  pairing: Cohort.Pairing,
  role: 'mentor' | 'mentee',
): boolean =>
  role === 'mentee' ||
  cohort.opened?.rules.consultation === 'together' ||
  pairing.answers.mentee.yes !== undefined

/** INV12. */
export const withdrawAtAnyTime: Invariant = {
  rule: 'INV12',
  name: 'either party who knows of it may withdraw at any time, in one command',
  broken: ({ steps }, core) =>
    firstBroken(steps.filter(changes), ({ after }) =>
      firstBroken(pairingsOf(after), (pairing) => {
        if (pairing._tag === 'Ended') return undefined
        return firstBroken(['mentor', 'mentee'] as const, (role) => {
          if (!knows(after, pairing, role)) return undefined
          return firstBroken([0, LATE], (hours) => {
            const command = {
              type: 'WithdrawConsent' as const,
              ...asks(self(pairing[role]), hours),
              purpose: 'pairing' as const,
              pairing: pairing.pairing,
            }
            const step = stepFrom(core, after, command)
            const is = Cohort.pairing(step.after, pairing.pairing)
            return is?._tag === 'Ended' ? undefined : `the ${role} could not withdraw`
          })
        })
      }),
    ),
}
