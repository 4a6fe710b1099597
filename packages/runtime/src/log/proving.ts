import { Stored } from '@reverse-mentoring/core'
import { sha256 } from '../sha256.ts'

const proveOn = Stored.proveOn(sha256)

/** Checks on the way that each record is the one that was written, as far as it can be told from where it begins. */
export const proving = () => {
  const proved = new Map<string, Stored.Proved>()
  return (record: Stored.StoredRecord): boolean => {
    const before = proved.get(record.stream)
    const isFirst = before === undefined && record.revision > 1
    const { proof } = record.meta
    const next = isFirst
      ? { ...(proof !== undefined && { proof }), isWritten: proof !== undefined }
      : proveOn(before ?? Stored.nothingProved, record)
    if (next !== undefined) proved.set(record.stream, next)
    return next !== undefined
  }
}
