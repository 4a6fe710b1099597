import type { Port } from '@reverse-mentoring/core'
import { memoryOutbox } from '@reverse-mentoring/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { wrapping } from '../faulty.ts'

export const through = wrapping(memoryOutbox)

/** Changes one call, and leaves the others. */
export const calling = <Name extends keyof Port.Outbox>(
  name: Name,
  change: (inner: Port.Outbox[Name], outbox: Port.Outbox) => Port.Outbox[Name],
) => through((outbox) => ({ ...outbox, [name]: change(outbox[name], outbox) }))

/** Changes what is committed. */
export const committed = (change: (given: Port.NoticeCommit) => Port.NoticeCommit) =>
  calling('commit', (inner) => (given) => inner(change(given)))

/** Changes every change of a cohort that is committed. */
export const changed = (change: (one: Port.NoticeChange) => Port.NoticeChange) =>
  committed((given) => ({ ...given, changes: given.changes.map(change) }))

/** Changes every notice that is put, into what its type may forbid. */
export const put = (change: (notice: Port.NewNotice) => object) =>
  changed((one) => ({ ...one, put: one.put.map((notice) => change(notice) as Port.NewNotice) }))

/** Changes what a claim asks. */
export const asked = (change: (claim: Port.ClaimAsked) => Port.ClaimAsked) =>
  calling('claim', (inner) => (claim) => inner(change(claim)))

/** Changes what a claim answers. */
export const claimed = (change: (claimed: Port.Claimed, asked: Port.ClaimAsked) => Port.Claimed) =>
  calling(
    'claim',
    (inner) => (asked) => TE.map((one: Port.Claimed) => change(one, asked))(inner(asked)),
  )

/** Changes what is said of claimed notices. */
export const said = (change: (settlement: Port.Settlement) => Port.Settlement) =>
  calling('settle', (inner) => (settlements) => inner(settlements.map(change)))

/** Changes the ids for which it does not count. */
export const outdated = (
  change: (
    ids: ReadonlyArray<string>,
    said: ReadonlyArray<Port.Settlement>,
  ) => ReadonlyArray<string>,
) =>
  calling(
    'settle',
    (inner) => (settlements) =>
      TE.map((ids: ReadonlyArray<string>) => change(ids, settlements))(inner(settlements)),
  )

type NoticesAsked = Parameters<Port.Outbox['notices']>[0]

/** Changes every page of notices. */
export const page = (change: (page: Port.NoticePage, asked: NoticesAsked) => Port.NoticePage) =>
  calling(
    'notices',
    (inner) => (asked) => TE.map((one: Port.NoticePage) => change(one, asked))(inner(asked)),
  )

/** Commits after whatever version stands. */
export const anyway =
  (outbox: Port.Outbox): Port.Outbox['commit'] =>
  (given) =>
    TE.flatMap((headers: ReadonlyArray<Port.Header | undefined>) =>
      outbox.commit({
        ...given,
        changes: given.changes.map((one, n) => ({ ...one, after: headers[n]?.version ?? 0 })),
      }),
    )(outbox.headers(given.changes.map(({ cohort }) => cohort)))

/** A while in which others get on. */
export const pause: TE.TaskEither<never, void> = TE.rightTask(
  () => new Promise((resolve) => setTimeout(resolve, 1)),
)
