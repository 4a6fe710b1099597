import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'

/** Reads a log from its beginning to its end, page by page; answers how many records. */
export const readWhole = async (
  store: Pick<Port.EventStore, 'readLog'>,
  limit: number,
): Promise<number> => {
  let count = 0
  for (let page = await promise(store.readLog({ limit })); ;) {
    count += page.records.length
    if (!page.more) return count
    page = await promise(store.readLog({ after: page.next, limit }))
  }
}
