import { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { anyway, calling, changed, committed, pause, put, through } from './wrap.ts'

const nothing = (header: Port.Header | undefined): Port.Header | undefined => header

export const committing: Faults<Port.Outbox> = {
  'before the first commit there is nothing': {
    'a header stands': calling(
      'headers',
      () => (of) => TE.right(of.map(() => ({ version: 1, revision: 0, frame: {} }))),
    ),
    'something comes next': calling(
      'claim',
      (inner) => (asked) =>
        TE.map((one: Port.Claimed) => ({ ...one, next: asked.now }))(inner(asked)),
    ),
  },
  'a commit brings its headers, its notices, and its reader to its checkpoint': {
    'the reader stays': committed(({ changes }) => ({ changes })),
    'the last notice is left out': changed((one) => ({ ...one, put: one.put.slice(0, 1) })),
    'the record is not kept': changed(({ header: { record: _, ...header }, ...one }) => ({
      ...one,
      header,
    })),
    'headers come as they like': calling(
      'headers',
      (inner) => (of) =>
        TE.map((headers: ReadonlyArray<Port.Header | undefined>) => headers.map(nothing).reverse())(
          inner(of),
        ),
    ),
    'the slot is told': calling(
      'notices',
      (inner) => (asked) =>
        TE.map((page: Port.NoticePage) => ({
          ...page,
          notices: page.notices.map((one) => ({ ...one, slot: 'a' })),
        }))(inner(asked)),
    ),
  },
  'a commit that comes after another version than stands is Overtaken: it names those cohorts, and changes nothing':
    {
      'nobody looks': through((outbox) => ({ ...outbox, commit: anyway(outbox) })),
      'all are named': calling(
        'commit',
        (inner) => (given) =>
          TE.mapLeft((failure: Port.Overtaken | Port.Misused | Port.Unavailable) =>
            failure._tag === 'Overtaken'
              ? Port.noticesOvertaken(given.changes.map(({ cohort }) => cohort))
              : failure,
          )(inner(given)),
      ),
      'the reader gets on': calling(
        'commit',
        (inner) => (given) =>
          pipe(
            inner({ ...given, changes: [] }),
            TE.flatMap(() => inner(given)),
          ),
      ),
    },
  'of twenty commits after one version one wins, and only its notices wait': {
    'the version is looked at, and then written': calling(
      'commit',
      (_, outbox) => (given) =>
        pipe(
          outbox.headers(given.changes.map(({ cohort }) => cohort)),
          TE.flatMap((headers) =>
            given.changes.every((one, n) => (headers[n]?.version ?? 0) === one.after)
              ? TE.right(undefined)
              : TE.left(Port.noticesOvertaken([])),
          ),
          TE.flatMap(() => pause),
          TE.flatMap(() => anyway(outbox)(given)),
        ),
    ),
  },
  'an id that was taken is never taken again, whatever became of it': {
    'what is done is forgotten at once': calling(
      'settle',
      (inner, outbox) => (settlements) =>
        pipe(
          inner(settlements),
          TE.tap(() => outbox.sweep('9999-01-01T00:00:00.000Z' as never)),
        ),
    ),
    'what is forgotten is forgotten wholly': calling(
      'forget',
      (inner, outbox) => (people) =>
        pipe(
          inner(people),
          TE.tap(() => outbox.sweep('9999-01-01T00:00:00.000Z' as never)),
        ),
    ),
  },
  'of one id twice in one commit the first counts': {
    'the last counts': changed((one) => ({
      ...one,
      put: [...new Map(one.put.map((notice) => [notice.id, notice])).values()],
    })),
  },
  'a commit that makes no sense, or holds what is no JSON, is Misused and changes nothing': {
    'versions are rounded': changed((one) => ({
      ...one,
      after: Math.max(0, Math.round(one.after)),
    })),
    'what is no JSON is left out': put((notice) => ({
      ...notice,
      content: typeof Reflect.get(notice.content, 'n') === 'bigint' ? {} : notice.content,
    })),
    'an id is made up': put((notice) => ({ ...notice, id: notice.id === '' ? 'x' : notice.id })),
    'staleness is moved': put((notice) => ({
      ...notice,
      notAfter: notice.notAfter <= notice.due ? '9999-01-01T00:00:00.000Z' : notice.notAfter,
    })),
  },
  'its reader goes on only from where it stood, unless told otherwise': {
    'it comes there wherever it stood': committed(({ changes, progress }) => ({
      changes,
      ...(progress && { progress: { checkpoint: progress.checkpoint } }),
    })),
    'nowhere means anywhere': committed(({ changes, progress }) => ({
      changes,
      ...(progress && {
        progress: progress.from?.at === undefined ? { checkpoint: progress.checkpoint } : progress,
      }),
    })),
    'it never goes back': through((outbox) => {
      let last = ''
      return {
        ...outbox,
        commit: ({ changes, progress }) => {
          const given = progress && { ...progress, checkpoint: progress.checkpoint }
          if (given !== undefined && given.from === undefined && given.checkpoint < last)
            return outbox.commit({ changes })
          last = given?.checkpoint ?? last
          return outbox.commit({ changes, ...(given && { progress: given }) })
        },
      }
    }),
  },
}
