import { Port, type Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { forgetting, type Faults } from '../faulty.ts'
import { change, through } from './wrap.ts'

type Cohorts = ReadonlyArray<Values.CohortId>

const nothing: TE.TaskEither<Port.Unavailable, void> = TE.right(undefined)

/** An erasure that leaves what it should take: the texts of which this is true. */
const sparing = (isSpared: (text: Port.Text, participant: Values.ParticipantId) => boolean) =>
  through((directory) => {
    const texts = new Map<Values.TextId, Port.Text>()
    const spared = new Map<Values.TextId, Port.Text>()
    return {
      ...directory,
      putText: (text) => {
        texts.set(text.text, text)
        return directory.putText(text)
      },
      findText: (text) =>
        TE.map((found: Port.Text | undefined) => found ?? spared.get(text))(
          directory.findText(text),
        ),
      erase: (participant) => () => {
        for (const text of texts.values())
          if (isSpared(text, participant)) spared.set(text.text, text)
        return directory.erase(participant)()
      },
    }
  })

const erasedThen = (
  next: (
    directory: Port.Directory,
    participant: Values.ParticipantId,
    cohorts: Cohorts,
  ) => TE.TaskEither<Port.Unavailable, unknown>,
) =>
  change(
    'erase',
    (inner, directory) => (participant) =>
      pipe(
        inner(participant),
        TE.flatMap((cohorts) =>
          pipe(
            next(directory, participant, cohorts),
            TE.map(() => cohorts),
          ),
        ),
      ),
  )

/** Answers an erasure as it was answered first. */
const onlyOnce = through((directory) => {
  const erased = new Set<Values.ParticipantId>()
  return {
    ...directory,
    erase: (participant) => {
      if (erased.has(participant)) return TE.right([])
      erased.add(participant)
      return directory.erase(participant)
    },
  }
})

const salted = through((directory) => {
  const first = new Map<Values.CohortId, string>()
  return {
    ...directory,
    salt: (cohort, fresh) =>
      pipe(
        directory.salt(cohort, first.get(cohort) ?? fresh),
        TE.map((salt) => {
          first.set(cohort, salt)
          return salt
        }),
      ),
  }
})

/** Forgets every salt with any erasure. */
const unsalted = through((directory) => {
  let erasures = 0
  return {
    ...directory,
    salt: (cohort, fresh) => directory.salt(`${cohort}${String(erasures)}` as typeof cohort, fresh),
    erase: (participant) => {
      erasures += 1
      return directory.erase(participant)
    },
  }
})

/** Deletes somebody as if they had never been there. */
const deleted = (directory: Port.Directory, participant: Values.ParticipantId) =>
  pipe(
    directory.erase(participant),
    TE.flatMap(() => directory.forget(participant)),
  )

export const erasing: Faults<Port.Directory> = {
  'who is erased is not found, and stays erased when put again': {
    'nobody is erased': change('erase', () => () => TE.right([])),
    'the row is deleted': erasedThen((directory, participant) => directory.forget(participant)),
    'who is erased stops all': change(
      'putPeople',
      (inner, directory) => (people) =>
        pipe(
          inner(people),
          TE.flatMap(() => directory.findPeople(people.map(({ participant }) => participant))),
          TE.flatMap((known) =>
            known.size < people.length
              ? pipe(
                  people,
                  TE.traverseSeqArray(({ participant }) => deleted(directory, participant)),
                  TE.map(() => undefined),
                )
              : nothing,
          ),
        ),
    ),
  },
  'every text by or about an erased person is gone, and none comes again': {
    'what they wrote stays': sparing((text, participant) => text.author === participant),
    'what is about them stays': sparing((text, participant) => text.subjects.includes(participant)),
    'what is also about another stays': sparing(
      (text, participant) => text.subjects.includes(participant) && text.subjects.length > 1,
    ),
    'all texts go': through((directory) => {
      let isEmpty = false
      return {
        ...directory,
        findText: (text) => (isEmpty ? TE.right(undefined) : directory.findText(text)),
        erase: (participant) => {
          isEmpty = true
          return directory.erase(participant)
        },
      }
    }),
    'they come again': erasedThen((directory, participant) => directory.forget(participant)),
  },
  'an erasure answers the cohorts that were listed, until the person is forgotten': {
    'it answers no cohort': change(
      'erase',
      (inner) => (participant) => TE.map((): Cohorts => [])(inner(participant)),
    ),
    'it answers them once': onlyOnce,
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
          TE.flatMap((known) => {
            const [first, ...others] = participants.filter((one) => known.has(one))
            return first === undefined ? nothing : inner(cohort, [first, ...others])
          }),
        ),
    ),
    'a cohort is listed twice': change(
      'erase',
      (inner) => (participant) =>
        TE.map((cohorts: Cohorts) => [...cohorts, ...cohorts])(inner(participant)),
    ),
    'nobody is forgotten': change('forget', () => () => nothing),
    'to forget again is Unavailable': through((directory) => {
      const forgotten = new Set<Values.ParticipantId>()
      return {
        ...directory,
        forget: (participant) => {
          if (forgotten.has(participant)) return TE.left(Port.unavailable('no such person'))
          forgotten.add(participant)
          return directory.forget(participant)
        },
      }
    }),
  },
  'who is forgotten may come again, as somebody new': {
    'they stay erased': change('forget', () => () => nothing),
    'their cohorts stay listed': through((directory) => {
      const listed = new Map<Values.ParticipantId, Values.CohortId>()
      return {
        ...directory,
        listCohort: (cohort, participants) => {
          for (const participant of participants) listed.set(participant, cohort)
          return directory.listCohort(cohort, participants)
        },
        erase: (participant) =>
          pipe(
            directory.erase(participant),
            TE.map((cohorts) => {
              const cohort = listed.get(participant)
              return cohort === undefined ? cohorts : [cohort]
            }),
          ),
      }
    }),
  },
  'to forget somebody who is not erased changes nothing': {
    'anybody is forgotten': change(
      'forget',
      (_, directory) => (participant) => deleted(directory, participant),
    ),
  },
  'an erasure takes the salts of the person’s cohorts, and of no other': {
    'salts stay': salted,
    'all salts go': unsalted,
  },
  'what was answered holds for all who open it, and after reopening': {
    'each opening has its own': forgetting(memoryDirectory),
    'people are those of the first read': through((directory) => {
      const known = new Map<Values.ParticipantId, Port.Person>()
      return {
        ...directory,
        findPeople: (asked) =>
          pipe(
            directory.findPeople(asked),
            TE.map((people) => {
              for (const [id, person] of people) known.set(id, person)
              return new Map(
                asked.flatMap((id) => {
                  const person = known.get(id)
                  return person === undefined ? [] : [[id, person] as const]
                }),
              )
            }),
          ),
        erase: (participant) => {
          known.delete(participant)
          return directory.erase(participant)
        },
      }
    }),
  },
}
