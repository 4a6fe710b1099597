import { Port, type Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { wrapping } from '../faulty.ts'

/** Changes a directory as all see it; what it does is told by the parts that are other. */
export const through = wrapping(memoryDirectory)

type Change<Name extends keyof Port.Directory> = (
  inner: Port.Directory[Name],
  directory: Port.Directory,
) => Port.Directory[Name]

/** Changes one operation. */
export const change = <Name extends keyof Port.Directory>(name: Name, by: Change<Name>) =>
  through((directory) => ({ ...directory, [name]: by(directory[name], directory) }))

/** A text as an adapter that cannot keep half surrogates gives it back. */
export const asUtf8 = (text: string): string => Buffer.from(text).toString()

const asUnavailable = TE.mapLeft(() => Port.unavailable('of some kind'))

/** What is misused is told to be tried again, by one operation. */
export const failing = (name: 'putPeople' | 'putText') =>
  through((directory) => ({
    ...directory,
    [name]: (asked: never) => asUnavailable(directory[name](asked)),
  }))

/** A while in which others get on. */
export const pause: TE.TaskEither<never, void> = TE.rightTask(
  () => new Promise((resolve) => setTimeout(resolve, 1)),
)

/** Takes what comes of those of whose erasure this is true, by one operation. */
export const takingAgain = (
  by: 'putPeople' | 'putText' | 'listCohort',
  isTaken: (erasing: Port.Erasing) => boolean = () => true,
) =>
  through((directory) => {
    const again = memoryDirectory()
    const taken = new Set<Values.ParticipantId>()
    const isOfTaken = (some: ReadonlyArray<Values.ParticipantId>): boolean =>
      some.some((one) => taken.has(one))
    const erase: Port.Directory['erase'] = (participants) =>
      TE.map((erasings: ReadonlyArray<Port.Erasing>) => {
        for (const one of erasings.filter(isTaken)) taken.add(one.participant)
        return erasings
      })(directory.erase(participants))
    const other: Pick<Port.Directory, typeof by> = {
      putPeople: (people) =>
        pipe(
          isOfTaken(people.map((one) => one.participant))
            ? again.putPeople(people)
            : TE.of(undefined),
          TE.flatMap(() => directory.putPeople(people)),
        ),
      putText: (text) =>
        (isOfTaken([text.author, ...text.subjects]) ? again : directory).putText(text),
      listCohort: (cohort, participants) =>
        (isOfTaken(participants) ? again : directory).listCohort(cohort, participants),
    }
    return {
      ...directory,
      erase,
      [by]: other[by],
      findPeople: (participants) =>
        pipe(
          directory.findPeople(participants),
          TE.flatMap((found) =>
            TE.map((more: typeof found) => new Map([...more, ...found]))(
              again.findPeople(participants),
            ),
          ),
        ),
      findText: (text) =>
        pipe(
          directory.findText(text),
          TE.flatMap((found) => (found === undefined ? again.findText(text) : TE.of(found))),
        ),
    }
  })
