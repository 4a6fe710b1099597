import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ask, type AskFailure, type Asked, type Page } from '../question/ask.ts'

/** Asks for the one item of a key; nothing where there is none, or none that the asker may see. */
export const askOne =
  (viewStore: Pick<Port.ViewStore, 'rows'>) =>
  <Row extends object, Shown>(
    asked: Asked<Row, Shown>,
    key: string,
  ): TaskEither<AskFailure, Shown | undefined> =>
  async () => {
    const between = { from: key, to: `${key}\0` }
    const page = await ask(viewStore)({ ...asked, between }, { limit: 1 })()
    return E.map(({ items }: Page<Shown>) => items[0])(page)
  }
