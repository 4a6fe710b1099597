import { sayRead, type Roster } from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'
import type { Options } from './options.ts'
import { readSource } from './read-source.ts'
import { sayProblems } from './say-problems.ts'
import { askedWrongly, type Stop } from './stop.ts'
import { counted, wrapped } from './wording.ts'

/** A roster that can be used, and what to say of it. */
export interface LoadedRoster {
  readonly roster: Roster
  readonly notes: ReadonlyArray<string>
}

const swapped = wrapped(
  'Note: those who share stand above those who learn on average. In reverse mentoring it is the other way round: is --mentor-is right?',
)

/** Of the roster that comes with the demo it is known what is read. */
const readingNotes = ({ read }: Roster, { isBundled }: Options): ReadonlyArray<string> =>
  isBundled ? read.notes.slice(1) : sayRead(read)

/** Reads the roster that was asked for. With problems nobody is enrolled, unless the wrong rows are to be left out. */
export const loadRoster = async (options: Options): Promise<E.Either<Stop, LoadedRoster>> => {
  const { roster: file, skipInvalid } = options
  const source = await readSource(file, options.reading, options.attributes)
  if (E.isLeft(source)) return E.left(askedWrongly(source.left))
  const roster = source.right
  const { people, problems, looksSwapped, read } = roster
  const told = readingNotes(roster, options).map((text) => wrapped(text, 80, '  '))
  const said = [...told, ...(problems.length === 0 ? [] : [sayProblems(file, roster)])]
  if (problems.length > 0 && !skipInvalid) {
    const advice =
      'Nobody was enrolled. Mend the rows, or leave these people out with --skip-invalid.'
    return E.left(askedWrongly([...said, advice].join('\n')))
  }
  const roles = new Set(people.flatMap((person) => person.roles))
  if (roles.size < 2) {
    const text = `${file}: it takes somebody who shares and somebody who learns; ${counted(people.length, 'person', 'people')} can take part.`
    return E.left(askedWrongly([...said, wrapped(text)].join('\n')))
  }
  const left = `${counted(read.taking - people.length, 'person is', 'people are')} left out.`
  const notes = [
    ...said,
    ...(problems.length > 0 ? [left] : []),
    ...(looksSwapped ? [swapped] : []),
  ]
  return E.right({ roster, notes })
}
