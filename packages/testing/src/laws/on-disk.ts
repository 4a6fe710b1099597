import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { OpenIn } from './disk/disk.ts'
import type { NewPlace, Place } from './place.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * Makes places for an adapter that keeps its data in files: an empty folder for each law, which is gone after it. The
 * same function opens it in the processes of the disk laws.
 */
export const onDisk =
  <Adapter>(open: OpenIn<Adapter>): NewPlace<Adapter> =>
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'law-'))
    const opening: Place<Adapter> = TE.mapLeft(tellFailure)(open(folder))
    const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
    return E.right(Object.assign(() => opening(), { remove }))
  }
