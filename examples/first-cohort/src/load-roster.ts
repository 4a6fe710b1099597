import * as E from 'fp-ts/lib/Either.js'
import { readFile } from 'node:fs/promises'
import type { Options } from './options.ts'
import { readRoster, type Roster, type RosterOptions } from './roster.ts'
import { sayProblems } from './say-problems.ts'
import { askedWrongly, type Stop } from './stop.ts'
import { counted, wrapped } from './wording.ts'

/** A roster that can be used, and what to say of it. */
export interface LoadedRoster {
  readonly roster: Roster
  readonly notes: ReadonlyArray<string>
}

const howToRead = ({ columns, mentorIs, top, topics, attributes }: Options): RosterOptions => ({
  columns,
  attributes,
  top,
  ...(mentorIs !== undefined && { mentorIs }),
  ...(topics !== undefined && { topics }),
})

const swapped = wrapped(
  'Note: those who share stand above those who learn on average. In reverse mentoring it is the other way round: is --mentor-is right?',
)

/** Reads the roster that was asked for. With problems nobody is enrolled, unless the wrong rows are to be left out. */
export const loadRoster = async (options: Options): Promise<E.Either<Stop, LoadedRoster>> => {
  const { roster: file, skipInvalid } = options
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return E.left(askedWrongly(`There is no file ${file} that can be read.`))
  const read = readRoster(bytes, howToRead(options))
  if (E.isLeft(read)) {
    const { problem, mend } = read.left
    return E.left(askedWrongly(wrapped(`${file}: ${problem}. To mend it, ${mend}.`)))
  }
  const { people, rows, problems, looksSwapped } = read.right
  const said = problems.length === 0 ? [] : [sayProblems(file, problems)]
  if (problems.length > 0 && !skipInvalid) {
    const advice =
      'Nobody was enrolled. Mend the rows, or leave these people out with --skip-invalid.'
    return E.left(askedWrongly([...said, advice].join('\n')))
  }
  const roles = new Set(people.map(({ role }) => role))
  if (roles.size < 2) {
    const text = `${file}: it takes somebody who shares and somebody who learns; ${counted(people.length, 'person', 'people')} can take part.`
    return E.left(askedWrongly([...said, wrapped(text)].join('\n')))
  }
  const left = `${counted(rows - people.length, 'person is', 'people are')} left out.`
  const notes = [
    ...said,
    ...(problems.length > 0 ? [left] : []),
    ...(looksSwapped ? [swapped] : []),
  ]
  return E.right({ roster: read.right, notes })
}
