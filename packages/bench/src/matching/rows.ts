import type { Row } from '../row.ts'
import { denseRows, sparseRows } from './dense.ts'
import { largeRows } from './large.ts'
import { ownRowsRows } from './own-rows.ts'
import { quotaRows } from './quota.ts'
import { wholeRunRows } from './whole-run.ts'

/** All rows of matching; `quick` leaves out what takes long. Says on stderr what it is at. */
export async function* matchingRows(quick = false): AsyncGenerator<Row> {
  yield* denseRows(quick)
  if (!quick) yield* sparseRows()
  yield* ownRowsRows()
  yield* quotaRows()
  yield* largeRows(quick)
  yield* wholeRunRows(quick)
}
