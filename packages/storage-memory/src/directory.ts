import { type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { answer, reply } from './answer.ts'
import { read, write, type Text } from './text.ts'

interface Entry {
  readonly cohorts: ReadonlySet<Values.CohortId>
  readonly erased: boolean
  readonly person?: Text<Port.Person> | undefined
}

interface Words {
  readonly of: ReadonlyArray<Values.ParticipantId>
  readonly text: Text<Port.Text>
}

const unknown: Entry = { cohorts: new Set(), erased: false }

const serialisePeople = E.traverseArray((person: Port.Person) =>
  pipe(
    write(person),
    E.map((text) => [person.participant, text] as const),
  ),
)

/** A directory that lives as long as its process. Erasing looks through all texts. */
export const memoryDirectory = (): Port.Directory => {
  const entries = new Map<Values.ParticipantId, Entry>()
  const texts = new Map<Values.TextId, Words>()
  const labels = new Map<string, Map<Values.Code, string>>()
  const secrets = new Map<string, string>()
  const salts = new Map<Values.CohortId, string>()

  const entryOf = (participant: Values.ParticipantId): Entry => entries.get(participant) ?? unknown
  const isErased = (participant: Values.ParticipantId): boolean => entryOf(participant).erased

  const erase = (participant: Values.ParticipantId): ReadonlyArray<Values.CohortId> => {
    const { cohorts } = entryOf(participant)
    entries.set(participant, { cohorts, erased: true })
    texts.forEach(({ of }, text) => {
      if (of.includes(participant)) texts.delete(text)
    })
    cohorts.forEach((cohort) => {
      salts.delete(cohort)
    })
    return [...cohorts]
  }

  return {
    putPeople: (people) =>
      answer(() =>
        pipe(
          serialisePeople(people),
          E.map((written) => {
            written.forEach(([participant, person]) => {
              if (!isErased(participant))
                entries.set(participant, { ...entryOf(participant), person })
            })
          }),
        ),
      ),
    findPeople: (participants) =>
      reply(
        () =>
          new Map(
            participants.flatMap((participant) => {
              const { person } = entryOf(participant)
              return person === undefined ? [] : [[participant, read(person)] as const]
            }),
          ),
      ),
    listCohort: (cohort, participants) =>
      answer(() => {
        if (participants.some(isErased)) return E.left({ _tag: 'Erased' } as const)
        participants.forEach((participant) => {
          const entry = entryOf(participant)
          if (!entry.cohorts.has(cohort))
            entries.set(participant, { ...entry, cohorts: new Set([...entry.cohorts, cohort]) })
        })
        return E.right(undefined)
      }),
    cohortsOf: (p) => reply(() => [...entryOf(p).cohorts].sort()),
    secret: (name, fresh) => reply(() => { const s = secrets.get(name) ?? fresh; secrets.set(name, s); return s }),
    putText: (text) =>
      answer(() =>
        pipe(
          write(text),
          E.map((written) => {
            const of = [text.author, ...text.subjects]
            if (!of.some(isErased)) texts.set(text.text, { of, text: written })
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
    salt: (cohort, fresh) =>
      reply(() => {
        const salt = salts.get(cohort) ?? fresh
        salts.set(cohort, salt)
        return salt
      }),
    erase: (some) => reply(() => some.map((participant) => {
      const cohorts = erase(participant)
      if (cohorts.length === 0) entries.delete(participant)
      return { participant, cohorts: [...cohorts].sort() }
    })),
    told: (cohort, some) => reply(() => {
      for (const p of some) {
        const e = entryOf(p)
        if (!e.erased) continue
        const cohorts = new Set(e.cohorts); cohorts.delete(cohort)
        if (cohorts.size === 0) entries.delete(p)
        else entries.set(p, { ...e, cohorts })
      }
    }),
    erasing: ({ after, limit }) => reply(() => [...entries].filter(([p, e]) => e.erased && (after === undefined || p > after)).sort(([a], [b]) => a < b ? -1 : 1).slice(0, limit).map(([participant, e]) => ({ participant, cohorts: [...e.cohorts].sort() }))),
  }
}
