import { type Port, type Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { forgetting, type Faults } from '../faulty.ts'
import { change, takingAgain, through } from './wrap.ts'

const nothing: ReturnType<Port.Directory['told']> = TE.right(undefined)

const isAbout = ({ subjects }: Port.Text, participant: Values.ParticipantId | undefined): boolean =>
  participant !== undefined && subjects.includes(participant)

/** An erasure that leaves what it should take: the texts of which this is true. */
const sparing = (
  isSpared: (text: Port.Text, participants: ReadonlyArray<Values.ParticipantId>) => boolean,
) =>
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
      erase: (participants) => () => {
        for (const text of texts.values())
          if (isSpared(text, participants)) spared.set(text.text, text)
        return directory.erase(participants)()
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
    erase: (participants) => {
      erasures += 1
      return directory.erase(participants)
    },
  }
})

export const erasing: Faults<Port.Directory> = {
  'who is erased is not found, and stays erased when put again': {
    'nobody is erased': change(
      'erase',
      () => (participants) =>
        TE.right(participants.map((participant) => ({ participant, cohorts: [] }))),
    ),
    'they come again': takingAgain('putPeople'),
    'who is erased stops all': change(
      'putPeople',
      (inner, directory) => (people) =>
        pipe(
          directory.erasing({ limit: 1000 }),
          TE.flatMap((erasing) =>
            people.some((one) => erasing.some(({ participant }) => participant === one.participant))
              ? nothing
              : inner(people),
          ),
        ),
    ),
  },
  'every text by or about an erased person is gone, and none comes again': {
    'what they wrote stays': sparing((text, [participant]) => text.author === participant),
    'what is about them stays': sparing((text, ids) => isAbout(text, ids[0])),
    'what is also about another stays': sparing(
      (text, ids) => isAbout(text, ids[0]) && text.subjects.length > 1,
    ),
    'all texts go': through((directory) => {
      let isEmpty = false
      return {
        ...directory,
        findText: (text) => (isEmpty ? TE.right(undefined) : directory.findText(text)),
        erase: (participants) => {
          isEmpty = true
          return directory.erase(participants)
        },
      }
    }),
    'they come again': takingAgain('putText'),
  },
  'an erasure takes the salts of the person’s cohorts, and of no other': {
    'salts stay': salted,
    'all salts go': unsalted,
  },
  'of many who are erased at once all is gone that is gone of one': {
    'the texts of the others stay': sparing((text, ids) =>
      ids.slice(1).some((one) => text.author === one || text.subjects.includes(one)),
    ),
    'the others stay': change(
      'erase',
      (inner) =>
        ([first, ...others]) =>
          TE.map((erasings: ReadonlyArray<Port.Erasing>) => [
            ...erasings,
            ...others.map((participant) => ({ participant, cohorts: [] })),
          ])(inner([first])),
    ),
    'they are answered in another order': change(
      'erase',
      (inner) => (participants) =>
        TE.map((erasings: ReadonlyArray<Port.Erasing>) => erasings.toReversed())(
          inner(participants),
        ),
    ),
  },
  'what was answered holds for all who open it, and after reopening': {
    'each opening has its own': forgetting(memoryDirectory),
    'people are those of the first read': through((directory) => {
      const known = new Map<Values.ParticipantId, Port.Profile>()
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
        erase: (participants) => {
          for (const participant of participants) known.delete(participant)
          return directory.erase(participants)
        },
      }
    }),
  },
}
