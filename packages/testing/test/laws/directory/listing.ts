import type { Port, Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { change, pause } from './wrap.ts'

type Cohorts = ReadonlyArray<Values.CohortId>
type Listing = ReturnType<Port.Directory['listCohort']>

const erased: Port.Erased = { _tag: 'Erased' }

const cohorts = (by: (cohorts: Cohorts) => Cohorts) =>
  change('cohortsOf', (inner) => (participant) => TE.map(by)(inner(participant)))

/** Lists those who are not being erased, and answers then in this way. */
const partly = (answer: Listing) =>
  change(
    'listCohort',
    (inner, directory) => (cohort, participants) =>
      pipe(
        directory.erasing({ limit: 1000 }),
        TE.flatMap((erasing): Listing => {
          const isErased = (id: Values.ParticipantId) =>
            erasing.some(({ participant }) => participant === id)
          const [first, ...others] = participants.filter((id) => !isErased(id))
          if (first === undefined) return answer
          return participants.some(isErased)
            ? TE.flatMap(() => answer)(inner(cohort, [first, ...others]))
            : inner(cohort, participants)
        }),
      ),
  )

/** Looks whether somebody is being erased, and promises after a while what it cannot keep. */
const lookingFirst = change(
  'listCohort',
  (inner, directory) => (cohort, participants) =>
    pipe(
      directory.erasing({ limit: 1000 }),
      TE.flatMap((erasing): Listing =>
        erasing.some(({ participant }) => participants.includes(participant))
          ? TE.left(erased)
          : TE.right(undefined),
      ),
      TE.flatMap(() => pause),
      TE.flatMap(() => TE.orElse((): Listing => TE.right(undefined))(inner(cohort, participants))),
    ),
)

export const listing: Faults<Port.Directory> = {
  'the cohorts of somebody are those that were listed, each once and in their order': {
    'they are in an order of their own': cohorts((some) => some.toReversed()),
    'one comes twice': cohorts((some) => [...some, ...some]),
    'only the first is listed': change(
      'listCohort',
      (inner) =>
        (cohort, [first]) =>
          inner(cohort, [first]),
    ),
    'who is unknown is not listed': change(
      'listCohort',
      (inner, directory) => (cohort, participants) =>
        pipe(
          directory.findPeople(participants),
          TE.flatMap((known): Listing => {
            const [first, ...others] = participants.filter((one) => known.has(one))
            return first === undefined ? TE.right(undefined) : inner(cohort, [first, ...others])
          }),
        ),
    ),
    'only who is being erased has some': change(
      'cohortsOf',
      (inner, directory) => (participant) =>
        pipe(
          directory.erasing({ limit: 1000 }),
          TE.flatMap((erasing) =>
            erasing.some((one) => one.participant === participant)
              ? inner(participant)
              : TE.right([]),
          ),
        ),
    ),
    'a twin is refused': change(
      'listCohort',
      (inner) => (cohort, participants) =>
        new Set(participants).size < participants.length
          ? TE.left(erased)
          : inner(cohort, participants),
    ),
  },
  'who is being erased is listed with no other cohort, and then nobody is': {
    'the others are listed': partly(TE.left(erased)),
    'it is passed over': partly(TE.right(undefined)),
    'a cohort that is listed is fine': change(
      'listCohort',
      (inner, directory) => (cohort, participants) =>
        pipe(
          directory.cohortsOf(participants[0]),
          TE.flatMap((some): Listing =>
            some.includes(cohort) ? TE.right(undefined) : inner(cohort, participants),
          ),
        ),
    ),
    'only the first is looked at': change(
      'listCohort',
      (inner) => (cohort, participants) => async () => {
        const answer = await inner(cohort, participants)()
        const first = await inner(cohort, [participants[0]])()
        return E.isLeft(first) ? answer : E.right(undefined)
      },
    ),
  },
  'who is listed while being erased is refused, or the cohort is told': {
    'it is looked at, and then written': lookingFirst,
    'nobody is refused': change(
      'listCohort',
      (inner) => (cohort, participants) =>
        TE.orElse((): Listing => TE.right(undefined))(inner(cohort, participants)),
    ),
    'an erasure answers the cohorts of before': change(
      'erase',
      (inner, directory) => (participants) =>
        pipe(
          directory.cohortsOf(participants[0]),
          TE.tap(() => pause),
          TE.flatMap((before) =>
            TE.map((erasing: ReadonlyArray<Port.Erasing>) =>
              erasing.map((one) => ({ ...one, cohorts: before })),
            )(inner(participants)),
          ),
        ),
    ),
  },
}
