import { Port } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
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
