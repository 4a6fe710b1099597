import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { reply } from '../answer.ts'

/** Answers what is kept under a name: what there is, else the fresh one. */
export const keeping =
  <Name>(kept: Map<Name, string>) =>
  (name: Name, fresh: string): TaskEither<never, string> =>
    reply(() => {
      const one = kept.get(name) ?? fresh
      kept.set(name, one)
      return one
    })
