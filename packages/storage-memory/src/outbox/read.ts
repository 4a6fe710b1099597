import type { Port, Values } from '@reverse-mentoring/core'
import { compare } from '../compare.ts'
import { read } from '../text.ts'
import { keep, type Box, type Waiting } from './box.ts'

const shown = ({ slot: _slot, content, ...notice }: Waiting): Port.WaitingNotice => ({
  ...notice,
  content: read(content),
})

const byDueThenId = (a: Waiting, b: Waiting): number => compare(a.due, b.due) || compare(a.id, b.id)

/** Claims what is due. O(w log w) over what waits. */
export const claim = (box: Box, { now, until, limit }: Port.ClaimAsked): Port.Claimed => {
  const going = Array.from(box.waiting.values()).filter(({ parked }) => parked === undefined)
  const claimed = going
    .filter(({ due }) => due <= now)
    .sort(byDueThenId)
    .slice(0, limit)
    .map((notice): Waiting => ({ ...notice, due: until, fence: notice.fence + 1 }))
  for (const notice of claimed) keep(box, notice)
  const next = going
    .map(({ id, due }) => box.waiting.get(id)?.due ?? due)
    .reduce<Values.Instant | undefined>(
      (least, due) => (least === undefined || due < least ? due : least),
      undefined,
    )
  return { notices: claimed.map(shown), ...(next !== undefined && { next }) }
}

type Asked = Parameters<Port.Outbox['notices']>[0]

/** A page of those that wait, or are parked. O(w log w) over what waits. */
export const pageOf = ({ waiting }: Box, { after, limit, parked }: Asked): Port.NoticePage => {
  const rest = Array.from(waiting.values())
    .filter((notice) => (notice.parked !== undefined) === (parked === true))
    .filter(({ id }) => after === undefined || id > after)
    .sort((a, b) => compare(a.id, b.id))
  return { notices: rest.slice(0, limit).map(shown), more: rest.length > limit }
}
