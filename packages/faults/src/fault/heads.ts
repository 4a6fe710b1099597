import { proofCheck } from '@reverse-mentoring/audit'
import type { Stored } from '@reverse-mentoring/core'
import { sha256 } from '@reverse-mentoring/runtime'
import { wholeLog } from '../audit/reading.ts'
import { withPorts } from './under-load.ts'

/** What an operator keeps apart from a log: its heads. Beside them, for us to compare, how many records it has. */
export interface Kept {
  readonly heads: Stored.Heads
  readonly records: ReadonlyArray<Stored.StoredRecord>
}

export const keptOf = (address: string): Promise<Kept> =>
  withPorts(address, async ({ store }) => {
    const { records } = await wholeLog(store)
    const check = proofCheck(sha256)
    check.take({ records })
    return { heads: check.heads(), records }
  })
