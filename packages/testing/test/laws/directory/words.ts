import type { Port, Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { forgetting, type Faults } from '../faulty.ts'
import { asUtf8, change, failing, through } from './wrap.ts'

const shownOnce = through((directory) => {
  const known = new Map<Values.TextId, Port.Text>()
  return {
    ...directory,
    findText: (text) =>
      pipe(
        directory.findText(text),
        TE.map((found) => {
          const first = known.get(text) ?? found
          if (first !== undefined) known.set(text, first)
          return first
        }),
      ),
  }
})

/** Lists texts with everybody whom they were ever about. */
const everAbout = through((directory) => {
  const about = new Map<Values.TextId, ReadonlyArray<Values.ParticipantId>>()
  return {
    ...directory,
    putText: (text) => {
      about.set(text.text, [...(about.get(text.text) ?? []), ...text.subjects])
      return directory.putText(text)
    },
    erase: (participants) =>
      pipe(
        TE.fromIO(() => [...about].filter(([, subjects]) => subjects.includes(participants[0]))),
        TE.flatMap(
          TE.traverseSeqArray(([text]) =>
            directory.putText({ text, author: participants[0], subjects: [], words: '' }),
          ),
        ),
        TE.flatMap(() => directory.erase(participants)),
      ),
  }
})

export const keepingWords: Faults<Port.Directory> = {
  'a text comes back as it was put': {
    'words lose half surrogates': change(
      'putText',
      (inner) => (text) => inner({ ...text, words: asUtf8(text.words) }),
    ),
    'words end at NUL': change(
      'putText',
      (inner) => (text) => inner({ ...text, words: text.words.split('\0')[0] ?? '' }),
    ),
    'subjects are cut': change(
      'putText',
      (inner) => (text) => inner({ ...text, subjects: text.subjects.slice(0, 1) }),
    ),
    'all readers get one object': shownOnce,
  },
  'a text that is put again is replaced, with those whom it is about': {
    'it is about whom it ever was': everAbout,
    'it stays as it was': change(
      'putText',
      (inner, directory) => (text) =>
        pipe(
          directory.findText(text.text),
          TE.flatMap((known) => inner(known ?? text)),
        ),
    ),
  },
  'labels are those of their language, and the later one counts': {
    'the earlier one counts': change(
      'putLabels',
      (inner, directory) => (labels) =>
        pipe(
          directory.labels(labels[0].language),
          TE.flatMap((known) =>
            inner(
              RNEA.map((one: Port.Label) => ({ ...one, label: known.get(one.code) ?? one.label }))(
                labels,
              ),
            ),
          ),
        ),
    ),
    'only the first is put': change('putLabels', (inner) => (labels) => inner([labels[0]])),
    'labels lose half surrogates': change(
      'putLabels',
      (inner) => (labels) =>
        inner(RNEA.map((one: Port.Label) => ({ ...one, label: asUtf8(one.label) }))(labels)),
    ),
    'case of a language is of no concern': through((directory) => ({
      ...directory,
      putLabels: (labels) =>
        directory.putLabels(
          RNEA.map((one: Port.Label) => ({ ...one, language: one.language.toLowerCase() }))(labels),
        ),
      labels: (language) => directory.labels(language.toLowerCase()),
    })),
  },
  'a cohort keeps the first salt that it was offered': {
    'the fresh one is answered': change('salt', () => (_, fresh) => TE.right(fresh)),
    'all cohorts have one': change('salt', (inner) => (_, fresh) => inner('one' as never, fresh)),
    'it loses half surrogates': change(
      'salt',
      (inner) => (cohort, fresh) => inner(cohort, asUtf8(fresh)),
    ),
  },
  'a text that is no JSON is Misused, and the one that is there stays': {
    'it is Unavailable': failing('putText'),
    'it becomes a text': change(
      'putText',
      (inner) => (text) => inner({ ...text, words: ''.concat(text.words) }),
    ),
    'a defect is thrown': change('putText', (inner) => (text) => () => {
      JSON.stringify(text)
      return inner(text)()
    }),
  },
  'an installation keeps the first secret that it was offered under a name, for all and after reopening':
    {
      'the fresh one is answered': change('secret', () => (_, fresh) => TE.right(fresh)),
      'there is one': change('secret', (inner) => (_, fresh) => inner('one', fresh)),
      'names are trimmed': change('secret', (inner) => (name, fresh) => inner(name.trim(), fresh)),
      'it loses half surrogates': change(
        'secret',
        (inner) => (name, fresh) => inner(name, asUtf8(fresh)),
      ),
      'each opening has its own': forgetting(memoryDirectory),
      'it is a salt': change(
        'secret',
        (_, directory) => (name, fresh) => directory.salt(name as never, fresh),
      ),
    },
}
