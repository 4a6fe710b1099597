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
  readonly unsent: Map<string, Set<string>>
  /** Of what is done, when it was stale, and the claim by which it is. */
  readonly done: Map<string, Readonly<{ notAfter: Values.Instant; fence: number }>>
}

export const newBox = (): Box => ({ waiting: new Map(), unsent: new Map(), done: new Map() })

export const unsentAt = (cohort: Values.CohortId, slot: string): string =>
  JSON.stringify([cohort, slot])

/** Keeps it in place of what was kept under its id. */
export const keep = ({ waiting, unsent }: Box, notice: Waiting): void => {
  const [at, { id }] = [unsentAt(notice.cohort, notice.slot), notice]
  const inSlot = unsent.get(at) ?? new Set()
  if (notice.fence === 0) unsent.set(at, inSlot.add(id))
  else inSlot.delete(id)
  if (inSlot.size === 0) unsent.delete(at)
  waiting.set(id, notice)
}

/** Leaves nothing of it but its id. */
export const finish = (box: Box, notice: Waiting): void => {
  // As claimed: it is in no slot any more.
  keep(box, { ...notice, fence: Math.max(1, notice.fence) })
  box.waiting.delete(notice.id)
  box.done.set(notice.id, { notAfter: notice.notAfter, fence: notice.fence })
}
