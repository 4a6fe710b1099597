import { View, type Port, type Values } from '@reverse-mentoring/core'
import type { Loaded } from '../cohort/loaded.ts'
import { explainUnreadable, type Unreadable } from '../cohort/unreadable.ts'
import { nameOf } from '../port/guarded.ts'
import type { Behind } from './behind.ts'
import type { KeptView } from './kept-view.ts'
import { allRows, changedRows } from './rows.ts'
import type { Stand } from './stand.ts'

const isSameParking = (a: Port.Parked | undefined, b: Port.Parked | undefined): boolean =>
  a?.revision === b?.revision && a?.because === b?.because

const rowsOf = (
  { view, before, isAnew, touched }: Stand,
  { cohort: state }: Loaded,
  cohort: Values.CohortId,
): ReadonlyArray<Port.RowChange> =>
  isAnew || before === undefined
    ? allRows(view, state, cohort)
    : changedRows(view, touched, before, state, cohort)

/** A view that threw stays as it is, and is parked. */
const halted = (
  { view, header }: Stand,
  { revision }: Loaded,
  cohort: Values.CohortId,
  kind: string,
): Port.ViewChange | undefined => {
  const because = `the view threw (${kind})`
  const { version, ...shown } = header ?? { version: 0, revision: 0, frame: {} }
  const parked = { revision: Math.max(revision, shown.revision + 1), because }
  if (header?.parked?.because === because) return undefined
  return { view: view.name, cohort, after: version, header: { ...shown, parked }, rows: [] }
}

/** What the header holds was made where more could be read: it stays, and says that this one stopped right behind it. */
const leftAlone = (
  { name }: KeptView,
  { version, ...shown }: Port.Header,
  stopped: Unreadable,
  cohort: Values.CohortId,
): Port.ViewChange | undefined => {
  const isOlder = stopped.because._tag.startsWith('Unknown')
  const because = `${isOlder ? 'An older version cannot read on. ' : ''}${explainUnreadable(stopped)}`
  const parked = { revision: shown.revision + 1, because }
  if (isSameParking(shown.parked, parked)) return undefined
  return { view: name, cohort, after: version, header: { ...shown, parked }, rows: [] }
}

/** What is committed of one view of a cohort so that it shows a state; nothing where it does already. */
export const changeOf = (
  stand: Stand,
  loaded: Loaded,
  stopped: Unreadable | undefined,
  { cohort, atLeast }: Pick<Behind, 'cohort' | 'atLeast'>,
): Port.ViewChange | undefined => {
  const { view, header, thrown, isAnew } = stand
  if (header !== undefined && stopped !== undefined && header.revision >= stopped.revision) {
    // Only behind what is there: where nothing follows, nothing is out of date.
    const goesOn = Number.isFinite(atLeast) && atLeast > header.revision
    return goesOn ? leftAlone(view, header, stopped, cohort) : undefined
  }
  if (thrown !== undefined) return halted(stand, loaded, cohort, thrown.kind)
  const { revision, record } = loaded
  const parked = stopped && { revision: stopped.revision, because: explainUnreadable(stopped) }
  const isThere = header !== undefined && header.revision === revision && header.record === record
  const isCurrent = isThere && (!isAnew || revision === 0)
  if (isCurrent && isSameParking(header.parked, parked)) return undefined
  try {
    return {
      view: view.name,
      cohort,
      after: header?.version ?? 0,
      header: {
        revision,
        frame: View.frameOf(loaded.cohort) ?? {},
        ...(record !== undefined && { record }),
        ...(parked !== undefined && { parked }),
      },
      ...(isAnew && header !== undefined && { anew: true as const }),
      rows: rowsOf(stand, loaded, cohort),
    }
  } catch (thrown) {
    return halted(stand, loaded, cohort, nameOf(thrown))
  }
}
