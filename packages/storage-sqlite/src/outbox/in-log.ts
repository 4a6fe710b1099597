import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
import { changingWith, reading, readingWith } from '../attempt.ts'
import { key, unkey } from '../text.ts'
import { claiming } from './claim.ts'
import { committing } from './commit.ts'
import { finishing } from './finish.ts'
import { pagingHeaders, pagingNotices, readingHeaders } from './read.ts'
import { serialise, type Written } from './serialise.ts'
import { settling } from './settle.ts'
import { sweeping } from './sweep.ts'

const unless =
  <A>(fault: Port.Misused | undefined, asked: A): IOEither<Port.Misused, A> =>
  () =>
    fault === undefined ? E.right(asked) : E.left(fault)

const changingEach = (
  database: Database.Database,
  change: (id: string) => unknown,
): ((ids: ReadonlyArray<string>) => void) =>
  database.transaction((ids: ReadonlyArray<string>) => {
    for (const id of ids) change(id)
  }).immediate

/** The outbox of a log that is open. */
export const outboxIn = (database: Database.Database): Port.Outbox => {
  const [commit, claim, settle] = [committing(database), claiming(database), settling(database)]
  const [headersOf, pageOfHeaders] = [readingHeaders(database), pagingHeaders(database)]
  const pageOfNotices = pagingNotices(database)
  const forget = changingEach(database, finishing(database, 'recipient = ?'))
  const goAgain = database.prepare<[string, string]>(
    'UPDATE notice SET parked = NULL, due = ?, fence = fence + 1 WHERE id = ? AND parked IS NOT NULL',
  )
  const checkpoint = database.prepare<[], string>('SELECT checkpoint FROM notice_reader').pluck()

  return {
    commit: (given) =>
      changingWith(
        database,
        (): E.Either<Port.Overtaken | Port.Misused, Readonly<Parameters<typeof commit>>> => {
          const fault = Port.noticeCommitFault(given)
          if (fault !== undefined) return E.left(fault)
          const { progress } = structuredClone({ progress: given.progress })
          return E.map((written: ReadonlyArray<Written>) => [written, progress] as const)(
            serialise(given.changes),
          )
        },
        (written) => commit(...written),
      ),
    checkpoint: reading(database, () => {
      const standing = checkpoint.get()
      return standing === undefined ? undefined : unkey(standing)
    }),
    headers: (of) => reading(database, () => headersOf(of)),
    headersOf: (page) =>
      readingWith(database, Port.soundPage(page), (asked) => E.right(pageOfHeaders(asked))),
    claim: (asked) =>
      changingWith(database, unless(Port.claimFault(asked), { ...asked }), (sound) =>
        E.right(claim(sound)),
      ),
    settle: (settlements) =>
      changingWith(
        database,
        unless(Port.settleFault(settlements), structuredClone(settlements)),
        (sound) => E.right(settle(sound)),
      ),
    notices: (page) =>
      readingWith(database, unless(Port.pageFault({ limit: page.limit }), { ...page }), (asked) =>
        E.right(pageOfNotices(asked)),
      ),
    retry: (ids, due) => {
      const again = changingEach(database, (id) => goAgain.run(due, id))
      return changingWith(database, unless(Port.instantFault(due), ids.map(key)), (known) =>
        E.right(again(known)),
      )
    },
    forget: (people) =>
      changingWith(database, unless(undefined, people.map(key)), (known) => E.right(forget(known))),
    sweep: sweeping(database),
  }
}
