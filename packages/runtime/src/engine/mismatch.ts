import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Mismatch, Trouble } from './trouble.ts'

/** Tells of each kind of mismatch once. */
export const tellingMismatches = (
  onTrouble: (trouble: Trouble) => void,
): ((because: Mismatch) => void) => {
  const told = new Set<Mismatch['_tag']>()
  return (because) => {
    if (told.has(because._tag)) return
    told.add(because._tag)
    onTrouble({ while: 'comparing the ports', because })
  }
}

/** Tells where a directory is new and the log is not; a log that cannot be read now is told by whoever reads it next. */
export const tellNewDirectory = async (
  store: Pick<Port.EventStore, 'readLog'>,
  tell: (because: Mismatch) => void,
): Promise<void> => {
  const page = await store.readLog({ limit: 1 })()
  if (E.isRight(page) && page.right.records.length > 0) tell({ _tag: 'NewDirectory' })
}
