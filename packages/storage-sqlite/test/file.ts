import type { Closable } from '@reverse-mentoring/storage-sqlite'
import type { NewPlace } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A name for a file in a folder that is gone after the test. */
export const newFile = (name = 'a.sqlite'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-sqlite-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return join(folder, name)
}

/** Each place is a file of its own. */
export const inFiles = <Adapter extends Closable>(
  open: (file: string) => TE.TaskEither<unknown, Adapter>,
): NewPlace<Adapter> =>
  TE.fromIO(() => {
    const file = newFile()
    return pipe(
      open(file),
      TE.bimap(JSON.stringify, (adapter) => ({
        adapter,
        close: TE.mapLeft(JSON.stringify)(adapter.close),
      })),
    )
  })

/** What is opened, until the test is over. */
export const opened = async <Adapter extends Closable>(
  opening: TE.TaskEither<unknown, Adapter>,
): Promise<Adapter> => {
  const answer = await opening()
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  onTestFinished(async () => {
    await answer.right.close()
  })
  return answer.right
}
