import type { Values } from '@reverse-mentoring/core'
import { finish, keep, unclaimedAt, type Box } from './box.ts'
import type { WrittenNotice } from './serialise.ts'

/** Takes a notice, unless it knows its id. */
export const put = (
  box: Box,
  cohort: Values.CohortId,
  { notice, replaces, meets }: WrittenNotice,
): void => {
  if (box.waiting.has(notice.id) || box.done.has(notice.id)) return
  const finishIn = (slots: ReadonlyArray<string>): boolean => {
    const ids = slots.flatMap((slot) => [...(box.unclaimed.get(unclaimedAt(cohort, slot)) ?? [])])
    for (const id of ids) {
      const standing = box.waiting.get(id)
      if (standing !== undefined) finish(box, standing)
    }
    return ids.length > 0
  }
  const isMet = finishIn(meets)
  finishIn(replaces)
  const waiting = { ...notice, cohort, fence: 0 }
  if (isMet) finish(box, waiting)
  else keep(box, waiting)
}
