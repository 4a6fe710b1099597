import { Port, type Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { asUtf8, change, failing, through } from './wrap.ts'

type People = ReadonlyMap<Values.ParticipantId, Port.Profile>

const people = (by: (person: Port.Profile) => Port.Profile) =>
  change('putPeople', (inner) => (some) => inner(RNEA.map(by)(some)))

const found = (by: (known: People, asked: ReadonlyArray<Values.ParticipantId>) => People) =>
  change(
    'findPeople',
    (inner) => (asked) => TE.map((known: People) => by(known, asked))(inner(asked)),
  )

/** Keeps the very objects that it is handed, and gives them to all who ask. */
const sharing = through((directory) => {
  const handed = new Map<Values.ParticipantId, Port.Profile>()
  return {
    ...directory,
    putPeople: (some) => {
      for (const person of some) handed.set(person.participant, person)
      return directory.putPeople(some)
    },
    findPeople: (asked) =>
      TE.right(
        new Map(
          asked.flatMap((id) => {
            const person = handed.get(id)
            return person === undefined ? [] : [[id, person] as const]
          }),
        ),
      ),
  }
})

export const keepingPeople: Faults<Port.Directory> = {
  'people come back as they were put, and nobody else does': {
    'names are trimmed': people((person) => ({ ...person, name: person.name.trim() })),
    'names lose half surrogates': people((person) => ({ ...person, name: asUtf8(person.name) })),
    'no address is an empty one': people((person) => ({ address: '', ...person })),
    'identity is an attribute': people((person) => ({
      ...person,
      attributes: { ...person.identity, ...person.attributes },
      identity: {},
    })),
    'lists are texts': people((person) => ({
      ...person,
      attributes: Object.fromEntries(
        Object.entries(person.attributes).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join() : value,
        ]),
      ),
    })),
    'only the first is found': found((known) => new Map([...known].slice(0, 1))),
    'who is unknown has no name': found((known, asked) => {
      const nobody = (participant: Values.ParticipantId): Port.Profile => ({
        participant,
        name: '',
        attributes: {},
        identity: {},
      })
      return new Map(asked.map((id) => [id, known.get(id) ?? nobody(id)]))
    }),
  },
  'who is put again is replaced, and nobody else is': {
    'who is there stays': change(
      'putPeople',
      (inner, directory) => (some) =>
        pipe(
          directory.findPeople(some.map(({ participant }) => participant)),
          TE.flatMap((known) =>
            inner(
              RNEA.map((person: Port.Profile) => known.get(person.participant) ?? person)(some),
            ),
          ),
        ),
    ),
    'people are merged': change(
      'putPeople',
      (inner, directory) => (some) =>
        pipe(
          directory.findPeople(some.map(({ participant }) => participant)),
          TE.flatMap((known) =>
            inner(
              RNEA.map((person: Port.Profile) => ({
                ...known.get(person.participant),
                ...person,
              }))(some),
            ),
          ),
        ),
    ),
    'the earlier of two counts': change(
      'putPeople',
      (inner) => (some) => inner(RNEA.reverse(some)),
    ),
  },
  'thousands are put and found at once': {
    'a thousand are found': change('findPeople', (inner) => (asked) => inner(asked.slice(0, 1000))),
    'a thousand are put': change(
      'putPeople',
      (inner) => (some) => inner([some[0], ...some.slice(1, 1000)]),
    ),
  },
  'people are put all or none, and what is no JSON is Misused': {
    'it is Unavailable': failing('putPeople'),
    'they are put one by one': change(
      'putPeople',
      (inner) => (some) =>
        pipe(
          some,
          TE.traverseSeqArray((person) => inner([person])),
          TE.map(() => undefined),
        ),
    ),
    'a defect is thrown': change('putPeople', (inner) => (some) => () => {
      JSON.stringify(some)
      return inner(some)()
    }),
  },
  'people are put when it is run, and each time that it is': {
    'they are put when it is described': change('putPeople', (inner) => (some) => {
      const running = inner(some)()
      return () => running
    }),
    'they are put once': change('putPeople', (inner) => (some) => {
      let running: ReturnType<ReturnType<typeof inner>> | undefined
      return () => (running ??= inner(some)())
    }),
  },
  'what a caller or a reader changes later is not stored': { 'objects are shared': sharing },
  'what is no person is Misused, names its place and no value, and puts nobody': {
    'whatever is no number is left out': people((person) => ({
      ...person,
      attributes: Object.fromEntries(
        Object.entries(person.attributes).filter(([, value]) => typeof value === 'string'),
      ),
    })),
    'it tells no place': change(
      'putPeople',
      (inner) => (some) => TE.mapLeft(() => Port.misused('no'))(inner(some)),
    ),
    'who comes before is put': change('putPeople', (inner) => (some) => async () => {
      await inner([some[0]])()
      return inner(some)()
    }),
  },
  'of a person nothing is kept that their profile does not have': {
    'everything is kept': through((directory) => {
      const more = new Map<Values.ParticipantId, Port.Profile>()
      return {
        ...directory,
        putPeople: (some) => {
          for (const person of some) more.set(person.participant, { ...person })
          return directory.putPeople(some)
        },
        findPeople: (asked) =>
          TE.map(
            (known: People) => new Map([...known].map(([id, one]) => [id, more.get(id) ?? one])),
          )(directory.findPeople(asked)),
      }
    }),
  },
}
