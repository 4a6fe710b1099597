import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/**
 * Tells where a directory has been used with another log than that of which this is the first page: it knows the first record
 * of its own, from the first time. A first record that is damaged is no other one.
 */
export const compareWithLog = async (
  directory: Pick<Port.Directory, 'secret'>,
  { records: [first] }: Pick<Port.LogPage, 'records'>,
  onOtherLog: () => void,
): Promise<E.Either<Port.Unavailable | Port.Misused, void>> => {
  if (first === undefined) return E.right(undefined)
  const known = await directory.secret('log', first.id)()
  if (E.isLeft(known)) return known
  if (known.right !== first.id) onOtherLog()
  return E.right(undefined)
}
