import type { Port, Stored } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'

/** A log as it was read: its records, and the places that cannot be read. */
export interface Read {
  readonly records: ReadonlyArray<Stored.StoredRecord>
  readonly damaged: ReadonlyArray<Port.Damaged>
}

/** The whole log, page by page. */
export const wholeLog = async (store: Pick<Port.EventStore, 'readLog'>): Promise<Read> => {
  const [records, damaged]: [Array<Stored.StoredRecord>, Array<Port.Damaged>] = [[], []]
  let page = await promise(store.readLog({ limit: 1000 }))
  for (;;) {
    for (const record of page.records) records.push(record)
    if (page.damaged !== undefined) damaged.push(page.damaged)
    if (!page.more) return { records, damaged }
    page = await promise(store.readLog({ limit: 1000, after: page.next }))
  }
}

/** The ids of a whole stream, as it is read by itself. */
export const idsOf = async (
  store: Pick<Port.EventStore, 'readStream'>,
  stream: string,
): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  for (let after = 0; ;) {
    const page = await promise(store.readStream(stream, { after, limit: 1000 }))
    for (const { id } of page.records) ids.push(id)
    after = page.damaged?.revision ?? page.records.at(-1)?.revision ?? after
    if (!page.more) return ids
  }
}
