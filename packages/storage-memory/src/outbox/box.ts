import type { Port, Stored, Values } from '@reverse-mentoring/core'
import type { Text } from '../text.ts'

/** A notice that has not gone yet, as it is kept. */
export interface Waiting extends Omit<Port.WaitingNotice, 'content'> {
  readonly slot: string
  readonly content: Text<Stored.JsonObject>
}

/** All notices, found as they are asked for. */
export interface Box {
  readonly waiting: Map<string, Waiting>
  /** Those that nobody has claimed yet, by their cohort and slot. */
  readonly unclaimed: Map<string, Set<string>>
  /** Of what is done, when it was stale, and the claim by which it is. */
  readonly done: Map<string, Readonly<{ notAfter: Values.Instant; fence: number }>>
}

export const newBox = (): Box => ({ waiting: new Map(), unclaimed: new Map(), done: new Map() })

export const unclaimedAt = (cohort: Values.CohortId, slot: string): string =>
  JSON.stringify([cohort, slot])

const leaveSlot = ({ unclaimed }: Box, { id, cohort, slot }: Waiting): void => {
  const at = unclaimedAt(cohort, slot)
  const inSlot = unclaimed.get(at)
  if (inSlot?.delete(id) === true && inSlot.size === 0) unclaimed.delete(at)
}

/** Keeps it in place of what was kept under its id. */
export const keep = (box: Box, notice: Waiting): void => {
  const at = unclaimedAt(notice.cohort, notice.slot)
  if (notice.fence > 0) leaveSlot(box, notice)
  else box.unclaimed.set(at, (box.unclaimed.get(at) ?? new Set()).add(notice.id))
  box.waiting.set(notice.id, notice)
}

/** Leaves nothing of it but its id. */
export const finish = (box: Box, notice: Waiting): void => {
  leaveSlot(box, notice)
  box.waiting.delete(notice.id)
  box.done.set(notice.id, { notAfter: notice.notAfter, fence: notice.fence })
}
