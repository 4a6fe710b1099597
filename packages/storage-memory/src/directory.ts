import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { answer, reply } from './answer.ts'
import { newEntries } from './directory/entry.ts'
import { newExternalKeys } from './directory/external-keys.ts'
import { keeping } from './directory/keep.ts'
import { read, write, type Text } from './text.ts'

interface Words {
  readonly of: ReadonlyArray<Values.ParticipantId>
  readonly text: Text<Port.Text>
}

const serialisePeople = E.traverseArray((person: Port.Profile) =>
  pipe(
    write(person),
    E.map((text) => [person.participant, text] as const),
  ),
)

/** A directory that lives as long as its process. Erasing looks through all texts and external keys. */
export const memoryDirectory = (): Port.Directory => {
  const entries = newEntries()
  const keys = newExternalKeys(entries.isErased)
  const texts = new Map<Values.TextId, Words>()
  const labels = new Map<string, Map<Values.Code, string>>()
  const salts = new Map<Values.CohortId, string>()
  const secrets = new Map<string, string>()

  const erase = (participants: ReadonlyArray<Values.ParticipantId>): void => {
    const erased = new Set(participants)
    texts.forEach(({ of }, text) => {
      if (of.some((participant) => erased.has(participant))) texts.delete(text)
    })
    participants.flatMap(entries.cohortsOf).forEach((cohort) => salts.delete(cohort))
    keys.erase(erased)
    participants.forEach(entries.erase)
  }

  return {
    putPeople: (people) =>
      answer(() =>
        pipe(
          Port.readPeople(people),
          E.flatMap(serialisePeople),
          E.map((written) => {
            written.forEach(([participant, person]) => {
              entries.put(participant, person)
            })
          }),
        ),
      ),
    findPeople: (participants) =>
      reply(
        () =>
          new Map(
            participants.flatMap((participant) => {
              const person = entries.find(participant)
              return person === undefined ? [] : [[participant, read(person)] as const]
            }),
          ),
      ),
    listCohort: (cohort, participants) =>
      answer((): E.Either<Port.Erased, void> => {
        if (participants.some(entries.isErased)) return E.left({ _tag: 'Erased' })
        participants.forEach((participant) => {
          entries.list(participant, cohort)
        })
        return E.right(undefined)
      }),
    takeKeys: (some) =>
      answer(() =>
        pipe(
          Port.readKeys(some),
          E.map((read) => {
            keys.take(read)
            return keys.find(read.map(({ key }) => key))
          }),
        ),
      ),
    findKeys: (some) => reply(() => keys.find(some)),
    cohortsOf: (participant) => reply(() => entries.cohortsOf(participant)),
    putText: (text) =>
      answer(() =>
        pipe(
          Port.readText(text),
          E.flatMap((read) =>
            E.map((written: Text<Port.Text>) => [read, written] as const)(write(read)),
          ),
          E.map(([{ author, subjects, text: id }, written]) => {
            const of = [author, ...subjects]
            if (!of.some(entries.isErased)) texts.set(id, { of, text: written })
          }),
        ),
      ),
    findText: (text) =>
      reply(() => {
        const words = texts.get(text)
        return words === undefined ? undefined : read(words.text)
      }),
    putLabels: (some) =>
      reply(() => {
        some.forEach(({ code, language, label }) => {
          const known = labels.get(language) ?? new Map<Values.Code, string>()
          labels.set(language, known.set(code, label))
        })
      }),
    labels: (language) => reply(() => new Map(labels.get(language))),
    salt: keeping(salts),
    secret: keeping(secrets),
    erase: (participants) =>
      reply(() => {
        erase(participants)
        return participants.map((participant) => ({
          participant,
          cohorts: entries.cohortsOf(participant),
        }))
      }),
    told: (cohort, participants) =>
      reply(() => {
        participants.forEach((participant) => {
          entries.tell(participant, cohort)
        })
      }),
    erasing: ({ after, limit }) =>
      answer(() => {
        const fault = Port.pageFault({ limit })
        return fault === undefined ? E.right(entries.erasing(after, limit)) : E.left(fault)
      }),
  }
}
