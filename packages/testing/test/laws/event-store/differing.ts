import { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { through } from './wrap.ts'

/** What was asked before decides the answer, in a way that no single question shows. */
export const differing: Faults<Port.EventStore> = {
  'whatever is asked of it, it answers as the store in memory does': {
    'a batch that is sent again after another stream grew is a conflict': through((store) => {
      let last = ''
      return {
        ...store,
        append: (stream, expected, batch, after) => async () => {
          const answer = await store.append(stream, expected, batch, after)()
          const before = last
          if (E.isRight(answer)) last = stream
          const { revision } = E.isRight(answer) ? answer.right : { revision: 0 }
          const page = await store.readStream(stream, { after: revision, limit: 1 })()
          const isRepeat = E.isRight(page) && page.right.records.length > 0
          return isRepeat && before !== stream ? E.left(Port.conflict(revision + 1)) : answer
        },
      }
    }),
    'after a refused append the next page of the log is one short': through((store) => {
      let isRefused = false
      return {
        ...store,
        append: (stream, expected, batch, after) =>
          pipe(
            store.append(stream, expected, batch, after),
            TE.mapLeft((failure) => {
              isRefused = true
              return failure
            }),
          ),
        readLog: (asked) =>
          pipe(
            store.readLog(asked),
            TE.map((page) => {
              const short = isRefused && page.records.length > 1
              isRefused = false
              return short ? { ...page, records: page.records.slice(0, -1) } : page
            }),
          ),
      }
    }),
  },
}
