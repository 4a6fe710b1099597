import { Cohort } from '@reverse-mentoring/core'
import { foldOn } from '../cohort/read-cohort.ts'
import type { Folded } from '../cohort/loaded.ts'
import type { Read } from '../cohort/read-records.ts'
import { nameOf } from '../port/guarded.ts'
import type { Stand } from './stand.ts'

/** A view stands right here: from now on its rows may change. At another record than it knows it shows another log. */
const arrive = (stand: Stand, { revision, record, cohort }: Folded): void => {
  if (stand.revision !== revision) return
  if (stand.header?.record === record) stand.before = cohort
  else stand.isAnew = true
}

const touch = (stand: Stand, event: Read['event'], before: Cohort.Cohort, after: Cohort.Cohort) => {
  if (stand.isAnew || stand.before === undefined || stand.thrown !== undefined) return
  try {
    for (const key of stand.view.touched(event, before, after)) stand.touched.add(key)
  } catch (thrown) {
    stand.thrown = { kind: nameOf(thrown) }
  }
}

/**
 * Walks records from a state onwards: each view learns the state that its rows show, and then what may have changed.
 * Up to where the first one stands nothing is copied. O(records).
 */
export const walkRecords = (
  from: Folded,
  read: ReadonlyArray<Read>,
  stands: ReadonlyArray<Stand>,
): Folded => {
  const later = stands.filter(({ isAnew, revision }) => !isAnew && revision >= from.revision)
  const first = Math.min(from.revision + read.length, ...later.map(({ revision }) => revision))
  const quick = first - from.revision
  let loaded = foldOn(from, read.slice(0, quick))
  for (const stand of later) arrive(stand, loaded)
  for (const { record, event } of read.slice(quick)) {
    const before = loaded.cohort
    const cohort = Cohort.evolve(before, event)
    loaded = { cohort, revision: record.revision, record: record.id }
    for (const stand of later) {
      touch(stand, event, before, cohort)
      arrive(stand, loaded)
    }
  }
  // The stream is shorter than what the rows show: another log.
  for (const stand of later) if (stand.revision > loaded.revision) stand.isAnew = true
  return loaded
}
