import { Port, type Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { closing, forgetting, type Faults } from '../faulty.ts'
import { change, takingAgain, through } from './wrap.ts'

type Erasings = ReadonlyArray<Port.Erasing>

const erasures = (by: (erasings: Erasings) => Erasings) =>
  change('erase', (inner) => (participants) => TE.map(by)(inner(participants)))

const pages = (by: (page: Erasings) => Erasings) =>
  change('erasing', (inner) => (asked) => TE.map(by)(inner(asked)))

const asked = (by: Parameters<typeof change<'erasing'>>[1]) => change('erasing', by)

/** Answers an erasure as it was answered first. */
const onlyOnce = through((directory) => {
  const erased = new Set<Values.ParticipantId>()
  return {
    ...directory,
    erase: (participants) =>
      TE.map((erasings: Erasings) =>
        erasings.map((one) => {
          if (erased.has(one.participant)) return { ...one, cohorts: [] }
          erased.add(one.participant)
          return one
        }),
      )(directory.erase(participants)),
  }
})

/** Tells every cohort of somebody at the first telling. */
const toldAtOnce = change(
  'told',
  (inner, directory) => (cohort, participants) =>
    pipe(
      inner(cohort, participants),
      TE.flatMap(() => directory.erasing({ limit: 1000 })),
      TE.map((erasing) =>
        erasing
          .filter(({ participant }) => participants.includes(participant))
          .flatMap(({ cohorts }) => cohorts),
      ),
      TE.flatMap(TE.traverseSeqArray((one) => inner(one, participants))),
      TE.map(() => undefined),
    ),
)

/** Erases only those with whom a cohort is listed. */
const onlyListed = change(
  'erase',
  (inner, directory) => (participants) => () =>
    pipe(
      participants,
      TE.traverseSeqArray((participant) =>
        pipe(
          directory.cohortsOf(participant),
          TE.flatMap((cohorts) =>
            cohorts.length === 0 ? TE.right([{ participant, cohorts }]) : inner([participant]),
          ),
        ),
      ),
      TE.map((all) => all.flat()),
    )(),
)

/** Erasing of what was closed fails in this way. */
const closable = (fail: () => ReturnType<Port.Directory['erase']>) =>
  closing(memoryDirectory)((directory, isClosed) => ({
    ...directory,
    erase: (participants) => () => (isClosed() ? fail() : directory.erase(participants))(),
  }))

/** An erasure of which no cohort has to be told. */
const isOver = ({ cohorts }: Port.Erasing): boolean => cohorts.length === 0

export const telling: Faults<Port.Directory> = {
  'an erasure answers the cohorts that have not been told, and is over with the last': {
    'it answers no cohort': erasures((all) => all.map((one) => ({ ...one, cohorts: [] }))),
    'it answers them once': onlyOnce,
    'a cohort comes twice': erasures((all) =>
      all.map((one) => ({ ...one, cohorts: [...one.cohorts, ...one.cohorts] })),
    ),
    'cohorts are in an order of their own': erasures((all) =>
      all.map((one) => ({ ...one, cohorts: one.cohorts.toReversed() })),
    ),
    'nobody is told': change('told', () => () => TE.right(undefined)),
    'one is enough': toldAtOnce,
    'to tell again is Unavailable': through((directory) => {
      const told = new Set<string>()
      return {
        ...directory,
        told: (cohort, participants) => {
          if (told.has(cohort)) return TE.left(Port.unavailable('was told'))
          told.add(cohort)
          return directory.told(cohort, participants)
        },
      }
    }),
    'others are told as well': change(
      'told',
      (inner, directory) => (cohort, participants) =>
        pipe(
          inner(cohort, participants),
          TE.flatMap(() => directory.erasing({ limit: 1000 })),
          TE.flatMap(TE.traverseSeqArray(({ participant }) => inner(cohort, [participant]))),
          TE.map(() => undefined),
        ),
    ),
    'who is told of is over': pages(() => []),
  },
  'of whom all cohorts have been told, or none is listed, nothing comes again': {
    'their name comes again': takingAgain('putPeople', isOver),
    'texts come again': takingAgain('putText', isOver),
    'they are listed again': takingAgain('listCohort', isOver),
    'nobody is told': change('told', () => () => TE.right(undefined)),
    'who is not listed stays': onlyListed,
    'each opening has its own': forgetting(memoryDirectory),
  },
  'to tell of somebody who is not being erased changes nothing': {
    'they are erased': change(
      'told',
      (inner, directory) => (cohort, participants) =>
        pipe(
          directory.erase(participants),
          TE.flatMap(() => inner(cohort, participants)),
        ),
    ),
    'it is Unavailable': change(
      'told',
      (inner, directory) => (cohort, participants) =>
        pipe(
          directory.erasing({ limit: 1000 }),
          TE.flatMap((erasing) =>
            erasing.length === 0
              ? TE.left(Port.unavailable('nobody is being erased'))
              : inner(cohort, participants),
          ),
        ),
    ),
  },
  'many are erased at once, each with the cohorts of their own, and told at once': {
    'only the first is erased': change(
      'erase',
      (inner) =>
        ([first]) =>
          inner([first]),
    ),
    'they are in an order of their own': erasures((all) =>
      all.toSorted((a, b) => (a.participant < b.participant ? -1 : 1)),
    ),
    'all have the same cohorts': erasures((all) =>
      all.map((one) => ({ ...one, cohorts: all.at(-1)?.cohorts ?? [] })),
    ),
    'whose cohorts are told is left out': erasures((all) =>
      all.filter(({ cohorts }) => cohorts.length > 1),
    ),
    'only the first is told of': change(
      'told',
      (inner) =>
        (cohort, [first]) =>
          inner(cohort, [first]),
    ),
  },
  'those of whom a cohort has not been told are read in pages, in the order of their ids': {
    'they are in an order of their own': pages((page) => page.toReversed()),
    'pages are short': asked((inner) => (one) => inner({ ...one, limit: Math.min(one.limit, 3) })),
    'pages are long': asked((inner) => (one) => inner({ ...one, limit: one.limit + 1 })),
    'limits are mended': asked(
      (inner) => (one) =>
        inner({ ...one, limit: one.limit >= 1 ? Math.min(1000, Math.floor(one.limit)) : 1 }),
    ),
    'a page starts at its first': asked(
      (inner) =>
        ({ after, limit }) =>
          pipe(
            inner({ limit: 1000 }),
            TE.map((all) =>
              all
                .filter(({ participant }) => after === undefined || participant >= after)
                .slice(0, limit),
            ),
          ),
    ),
    'after is of no concern': asked(
      (inner) =>
        ({ limit }) =>
          inner({ limit }),
    ),
    'it is Unavailable': asked(
      (inner) => (one) => TE.mapLeft(() => Port.unavailable('of some kind'))(inner(one)),
    ),
  },
  'an erasure under way goes on after reopening, for all who open it': {
    'each opening has its own': forgetting(memoryDirectory),
    'it is over at the first telling': toldAtOnce,
  },
  'a directory that was closed, where it can be, is Misused': {
    'it is Unavailable': closable(() => TE.left(Port.unavailable('it was closed'))),
  },
}
