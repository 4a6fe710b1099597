import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { dependableStore } from '../port/dependable.ts'
import { defaultPatience } from '../port/patience.ts'
import { systemSources } from '../system-sources.ts'
import { appendRun } from './append-run.ts'
import { type Chains, differingIn, digestOf, newChains } from './chains.ts'
import {
  type Copied,
  type CopyFailure,
  type CopyOptions,
  type CopyProgress,
  cancelled,
  damagedAt,
  divergedAt,
  unlikeIn,
} from './copying.ts'
import { proving } from './proving.ts'
import { runsOf } from './runs.ts'

/** Records of one page. */
const limit = 1000

type Told = (progress: CopyProgress) => E.Either<CopyFailure, undefined>

/** Copies page after page; answers where the log ended. */
const copyPages = async (
  from: Port.EventStore,
  to: Port.EventStore,
  after: Stored.Checkpoint | undefined,
  chains: Chains,
  tell: Told,
): Promise<
  E.Either<CopyFailure, { readonly records: number; readonly next?: Stored.Checkpoint }>
> => {
  const isSound = proving()
  let next = after
  let records = 0
  const failed = (failure: CopyFailure): E.Either<CopyFailure, never> =>
    E.left({ ...failure, ...(next !== undefined && { next }) })
  for (let more = true; more;) {
    const page = await from.readLog({ limit, ...(next !== undefined && { after: next }) })()
    if (E.isLeft(page)) return failed(page.left)
    for (const record of page.right.records) {
      if (!isSound(record)) return failed(damagedAt(record))
      chains.add(record)
    }
    for (const run of runsOf(page.right.records)) {
      const appended = await appendRun(to, run)
      if (E.isLeft(appended)) return failed(appended.left)
    }
    const { damaged } = page.right
    if (damaged !== undefined) return failed(damagedAt(damaged))
    records += page.right.records.length
    next = page.right.next
    more = page.right.more
    const told = tell({ step: 'copied', records, next })
    if (E.isLeft(told)) return failed(told.left)
  }
  return E.right({ records, ...(next !== undefined && { next }) })
}

/** Reads in the copy what was copied: all of it has to stand there as it was read, and after it nothing else. */
const checkPages = async (
  to: Port.EventStore,
  copied: Chains,
  { next, isWhole }: { readonly next: Stored.Checkpoint | undefined; readonly isWhole: boolean },
  tell: Told,
): Promise<E.Either<CopyFailure, undefined>> => {
  const found = newChains()
  let after: Stored.Checkpoint | undefined
  let records = 0
  for (let more = copied.all.size > 0; more;) {
    const page = await to.readLog({ limit, ...(after !== undefined && { after }) })()
    if (E.isLeft(page)) return page
    for (const record of page.right.records) {
      const chain = copied.all.get(record.stream)
      // Of an earlier copy there are streams, and beginnings of them, that this one did not read.
      const isOther = chain === undefined ? isWhole : record.revision > chain.to
      if (isOther) return E.left(divergedAt(record))
      if (chain === undefined || record.revision < chain.from) continue
      found.add(record)
      records += 1
    }
    after = page.right.next
    more = page.right.more
    const told = tell({ step: 'checked', records, next })
    if (E.isLeft(told)) return told
  }
  const stream = differingIn(copied, found)
  return stream === undefined ? E.right(undefined) : E.left(unlikeIn(stream))
}

/**
 * Copies a log into another store: the same records at the same revisions, in the order in which they were appended; only
 * checkpoints and the instants of recording are the copy's own. Then it reads them in the copy, and compares one digest of
 * each stream.
 *
 * It can be done again, and goes on after an earlier copy into the same store: what stands in the copy already is not written
 * twice. The first log may grow meanwhile; nobody else may write to the copy, and what a whole copy finds there of anybody
 * else is `Diverged`. O(records of both logs); memory O(streams).
 */
export const copyLog =
  (
    from: Port.EventStore,
    to: Port.EventStore,
    { after, onProgress, signal, patience = defaultPatience, deadline = 30_000 }: CopyOptions = {},
  ): TaskEither<CopyFailure, Copied> =>
  async () => {
    const asking = { patience, deadline, sources: systemSources }
    const [source, copy] = [dependableStore(from, asking), dependableStore(to, asking)]
    const chains = newChains()
    const tell: Told = (progress) => {
      onProgress?.(progress)
      return signal?.aborted === true ? E.left(cancelled) : E.right(undefined)
    }
    const copied = await copyPages(source, copy, after, chains, tell)
    if (E.isLeft(copied)) return copied
    const { records, next } = copied.right
    const checked = await checkPages(copy, chains, { next, isWhole: after === undefined }, tell)
    if (E.isLeft(checked)) return E.left({ ...checked.left, ...(next !== undefined && { next }) })
    return E.right({ records, streams: chains.all.size, next, digest: digestOf(chains) })
  }
