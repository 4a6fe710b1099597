import type { Port, Values } from '@reverse-mentoring/core'
import { finish, keep, type Box } from './box.ts'

/** Whether it counts. */
export const settle = (box: Box, { id, fence, as }: Port.Settlement): boolean => {
  const standing = box.waiting.get(id)
  if (standing === undefined) return as._tag === 'Done' && box.done.get(id)?.fence === fence
  if (standing.fence !== fence) return false
  const { parked: _parked, ...notice } = standing
  if (as._tag === 'Done') finish(box, notice)
  else if (as._tag === 'Later') keep(box, { ...notice, due: as.due })
  else keep(box, { ...notice, parked: as.because })
  return true
}

/** Has one that is parked go again; who claimed it before has no say any more. */
export const goAgain = (box: Box, id: string, due: Values.Instant): void => {
  const standing = box.waiting.get(id)
  if (standing?.parked === undefined) return
  const { parked: _parked, ...notice } = standing
  keep(box, { ...notice, due, fence: notice.fence + 1 })
}
