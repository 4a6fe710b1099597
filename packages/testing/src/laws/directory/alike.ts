import type { Port, Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { createHash } from 'node:crypto'
import { alikeLaw, answerOf, type Question } from '../alike.ts'
import { range } from '../law.ts'
import { newId } from '../record.ts'
import { erasingOf, newCohort, newParticipant, newPerson, newText } from './person.ts'
import { most, workloads, type Step } from './workload.ts'

type Directory = Port.Directory

const several = <A>(count: number, make: (n: number) => A): RNEA.ReadonlyNonEmptyArray<A> =>
  RNEA.makeBy(make)(count)

/** The one that a number chooses. */
const chosen = <A>(some: RNEA.ReadonlyNonEmptyArray<A>, n: number): A => some[n] ?? some[0]

/** Those that numbers choose; the first where there is none. */
const chosenOf = <A>(
  some: RNEA.ReadonlyNonEmptyArray<A>,
  numbers: ReadonlyArray<number>,
): RNEA.ReadonlyNonEmptyArray<A> => {
  const [first = 0, ...others] = numbers
  return [chosen(some, first), ...others.map((n) => chosen(some, n))]
}

const digest = (text: string): Values.Digest =>
  createHash('sha256').update(text).digest('hex') as Values.Digest

/** People and whatever is known of them, of whom nobody has heard before. */
const newNames = () => {
  const own = newId()
  return {
    people: several(most.people, newParticipant),
    cohorts: several(most.cohorts, newCohort),
    texts: several(most.texts, () => newText().text),
    keys: several(most.keys, (n) => digest(`${own} ${String(n)}`)),
    languages: several(most.languages, (n) => `${own}-${String(n)}`),
    codes: several(most.codes, (n) => `code-${String(n)}` as Values.Code),
    names: several(most.names, (n) => `${own} ${String(n)}`),
  }
}

type Names = ReturnType<typeof newNames>
type Putting = Extract<Step, { does: `put ${string}` | 'take keys' }>

/** What puts something into a directory. */
const putting = (step: Putting, names: Names): Question<Directory> => {
  const person = (one: number): Values.ParticipantId => chosen(names.people, one)
  switch (step.does) {
    case 'put people': {
      const { who, n } = step
      const people = RNEA.mapWithIndex((i: number, participant: Values.ParticipantId) =>
        newPerson({ participant, name: `Person ${String(n)} ${String(i)}` }),
      )(chosenOf(names.people, who))
      return (directory) => answerOf(directory.putPeople(people))
    }
    case 'take keys': {
      const [first, ...others] = step.keys.map(({ key, one }): Port.ExternalKey => ({
        key: chosen(names.keys, key),
        participant: person(one),
      }))
      const keys = first && ([first, ...others] as const)
      return async (directory) => keys && answerOf(directory.takeKeys(keys))
    }
    case 'put text': {
      const text: Port.Text = {
        text: chosen(names.texts, step.text),
        author: person(step.author),
        subjects: step.subjects.map(person),
        words: `Words ${String(step.n)}.`,
      }
      return (directory) => answerOf(directory.putText(text))
    }
    case 'put labels': {
      const [first, ...others] = step.labels.map(({ language, code, n }): Port.Label => ({
        language: chosen(names.languages, language),
        code: chosen(names.codes, code),
        label: `Label ${String(n)}`,
      }))
      const labels = first && ([first, ...others] as const)
      return async (directory) => labels && answerOf(directory.putLabels(labels))
    }
  }
}

/** Makes questions of steps. */
const asking = () => {
  const names = newNames()
  return (step: Step): Question<Directory> => {
    switch (step.does) {
      case 'put people':
      case 'take keys':
      case 'put text':
      case 'put labels':
        return putting(step, names)
      case 'find people':
        return (directory) =>
          answerOf(directory.findPeople(step.who.map((one) => chosen(names.people, one))))
      case 'list cohort': {
        const [cohort, who] = [chosen(names.cohorts, step.cohort), chosenOf(names.people, step.who)]
        return (directory) => answerOf(directory.listCohort(cohort, who))
      }
      case 'cohorts of':
        return (directory) => answerOf(directory.cohortsOf(chosen(names.people, step.one)))
      case 'find keys':
        return (directory) =>
          answerOf(directory.findKeys(step.keys.map((key) => chosen(names.keys, key))))
      case 'find text':
        return (directory) => answerOf(directory.findText(chosen(names.texts, step.text)))
      case 'labels':
        return (directory) => answerOf(directory.labels(chosen(names.languages, step.language)))
      case 'salt':
        return (directory) =>
          answerOf(directory.salt(chosen(names.cohorts, step.cohort), `salt ${String(step.n)}`))
      case 'secret':
        return (directory) =>
          answerOf(directory.secret(chosen(names.names, step.name), `secret ${String(step.n)}`))
      case 'erase':
        return (directory) => answerOf(directory.erase(chosenOf(names.people, step.who)))
      case 'told': {
        const [cohort, who] = [chosen(names.cohorts, step.cohort), chosenOf(names.people, step.who)]
        return (directory) => answerOf(directory.told(cohort, who))
      }
      case 'erasing':
        // Others may be being erased as well.
        return (directory) => erasingOf(directory, names.people, step.limit)
    }
  }
}

const numbers = (count: number): ReadonlyArray<number> => range(0, count - 1)

/** All that is known; then everybody’s cohorts are told, so that the next workload finds no erasure under way. */
const all: ReadonlyArray<Step> = [
  { does: 'find people', who: numbers(most.people) },
  ...numbers(most.people).map((one): Step => ({ does: 'cohorts of', one })),
  { does: 'find keys', keys: numbers(most.keys) },
  ...numbers(most.texts).map((text): Step => ({ does: 'find text', text })),
  ...numbers(most.languages).map((language): Step => ({ does: 'labels', language })),
  ...numbers(most.cohorts).map((cohort): Step => ({ does: 'salt', cohort, n: 10 })),
  ...numbers(most.names).map((name): Step => ({ does: 'secret', name, n: 10 })),
  { does: 'erasing', limit: 100 },
  ...numbers(most.cohorts).map((cohort): Step => {
    return { does: 'told', cohort, who: numbers(most.people) }
  }),
]

const alike = alikeLaw<Directory, Step>(
  'whatever is asked of it, it answers as the directory in memory does',
  { reference: memoryDirectory, steps: workloads, asking, all },
)

/** What the reference says, law or none. */
export const alikeLaws = [alike]
