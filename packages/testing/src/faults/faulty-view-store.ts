import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { faultyCall } from './faulty-call.ts'
import type { Faults } from './faults.ts'

/** Where a reader stood when somebody last asked: a checkpoint is a hint, and may lag. */
const staleCheckpoints = (
  faults: Faults,
  checkpoint: Port.ViewStore['checkpoint'],
): Port.ViewStore['checkpoint'] => {
  const earlier = new Map<string, Stored.Checkpoint | undefined>()
  return (reader) => async () => {
    const answer = await checkpoint(reader)()
    if (E.isLeft(answer)) return answer
    const before = earlier.get(reader)
    earlier.set(reader, answer.right)
    const isOther = before !== answer.right
    return isOther && faults.draw('checkpoint', ['stale']) === 'stale' ? E.right(before) : answer
  }
}

/** A view store that fails by these rates: `lost`, `unanswered`, `silent`, `slow` and `thrown` calls; `stale` checkpoints. */
export const faultyViewStore = (store: Port.ViewStore, faults: Faults): Port.ViewStore => {
  const call = faultyCall(faults)
  const checkpoint = staleCheckpoints(faults, store.checkpoint)
  return {
    commit: (commit) => call('commit', store.commit(commit)),
    checkpoint: (reader) => call('checkpoint', checkpoint(reader)),
    headers: (of) => call('headers', store.headers(of)),
    headersOf: (view, page) => call('headersOf', store.headersOf(view, page)),
    rows: (view, place, page) => call('rows', store.rows(view, place, page)),
    views: call('views', store.views),
    drop: (view) => call('drop', store.drop(view)),
  }
}
