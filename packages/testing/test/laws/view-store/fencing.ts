import { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { anyway, changes, commit, committed, pause, through } from './wrap.ts'

type Failure = Port.Overtaken | Port.Misused | Port.Unavailable

/** Changes how a commit is refused that was overtaken. */
const refusedAs = (change: (given: Port.ViewCommit, overtaken: Port.Overtaken) => Failure) =>
  commit(
    (inner) => (given) =>
      TE.mapLeft((failure: Failure) =>
        failure._tag === 'Overtaken' ? change(given, failure) : failure,
      )(inner(given)),
  )

/** Commits what was not overtaken. */
const partly = commit(
  (inner) => (given) =>
    pipe(
      inner(given),
      TE.orElse((failure) => {
        if (failure._tag !== 'Overtaken') return TE.left(failure)
        const fresh = given.changes.filter(
          (one) => !failure.headers.some(({ cohort }) => cohort === one.cohort),
        )
        return pipe(
          inner({ ...given, changes: fresh }),
          TE.flatMap(() => TE.left(failure)),
        )
      }),
    ),
)

/** Commits anyway, where this is so of what stands. */
const where = (isFine: (after: number, version: number) => boolean) =>
  commit(
    (inner, store) => (given) =>
      pipe(
        store.headers(given.changes),
        TE.flatMap((headers) =>
          inner({
            ...given,
            changes: given.changes.map((one, n) => {
              const version = headers[n]?.version ?? 0
              return isFine(one.after, version) ? { ...one, after: version } : one
            }),
          }),
        ),
      ),
  )

/** Looks at the versions, and commits after a while. */
const lookingFirst = commit(
  (_, store) => (given) =>
    pipe(
      store.headers(given.changes),
      TE.flatMap((headers) => {
        const stale = given.changes.filter((one, n) => (headers[n]?.version ?? 0) !== one.after)
        return stale.length === 0
          ? TE.right(undefined)
          : TE.left(Port.overtaken(stale.map(({ view, cohort }) => ({ view, cohort }))))
      }),
      TE.flatMap(() => pause),
      TE.flatMap(() => anyway(store, given)),
    ),
)

export const fencing: Faults<Port.ViewStore> = {
  'every commit raises the version by one, also one that only parks': {
    'only rows raise it': through((store) => {
      const shown = new Map<string, number>()
      return {
        ...store,
        commit: (given) => {
          for (const { cohort, rows } of given.changes)
            if (rows.length > 0) shown.set(cohort, (shown.get(cohort) ?? 0) + 1)
          return anyway(store, given)
        },
        headers: (of) =>
          TE.map((headers: ReadonlyArray<Port.Header | undefined>) =>
            headers.map(
              (header, n) => header && { ...header, version: shown.get(of[n]?.cohort ?? '') ?? 1 },
            ),
          )(store.headers(of)),
      }
    }),
    'what is parked stays parked': through((store) => {
      let last: Port.Parked | undefined
      return {
        ...store,
        commit: (given) =>
          store.commit({
            ...given,
            changes: given.changes.map((one) => {
              last = one.header.parked ?? last
              return last === undefined ? one : { ...one, header: { ...one.header, parked: last } }
            }),
          }),
      }
    }),
    'what is parked is not kept': changes(({ header: { parked: _, ...header }, ...one }) => ({
      ...one,
      header,
    })),
    'no rows are none': changes((one) => (one.rows.length === 0 ? { ...one, anew: true } : one)),
  },
  'a commit that comes after another version than stands is Overtaken: it names those views, and changes nothing':
    {
      'nobody looks': commit((_, store) => (given) => anyway(store, given)),
      'a later version is fine': where((after, version) => after > version),
      'an older version is fine': where((after, version) => after < version && after > 0),
      '0 means any': where((after) => after === 0),
      'what stands not is of no concern': where((_, version) => version === 0),
      'to make anew is always fine': commit(
        (inner, store) => (given) =>
          given.changes.some(({ anew }) => anew) ? anyway(store, given) : inner(given),
      ),
      'only the first is named': refusedAs((_, { headers }) => Port.overtaken(headers.slice(0, 1))),
      'all are named': refusedAs(({ changes }) =>
        Port.overtaken(changes.map(({ view, cohort }) => ({ view, cohort }))),
      ),
      'it is Unavailable': refusedAs(() => Port.unavailable('wrong version')),
      'what is fresh is committed': partly,
      'the checkpoint gets on': commit(
        (inner) => (given) =>
          pipe(
            inner({ ...given, changes: [] }),
            TE.flatMap(() => inner(given)),
          ),
      ),
    },
  'of twenty commits after one version one wins, and only its rows stand': {
    'the version is looked at, and then written': lookingFirst,
    'nobody wins': commit(
      () =>
        ({ changes: [one] }) =>
          TE.left(
            Port.overtaken(one === undefined ? [] : [{ view: one.view, cohort: one.cohort }]),
          ),
    ),
    'a loser leaves rows': commit(
      (inner, store) => (given) =>
        pipe(
          inner(given),
          TE.orElse((failure) =>
            pipe(
              anyway(store, {
                changes: given.changes.map((one) => ({ ...one, rows: one.rows.slice(1) })),
              }),
              TE.flatMap(() => TE.left(failure)),
            ),
          ),
        ),
    ),
  },
  'who was slow writes over nothing newer; a checkpoint may go back': {
    'the later one counts': commit((_, store) => (given) => anyway(store, given)),
    'checkpoints never go back': through((store) => {
      let last = 0
      return {
        ...store,
        commit: ({ progress, ...given }) => {
          last = Math.max(last, Number(progress?.checkpoint ?? 0))
          return store.commit(
            progress === undefined
              ? given
              : { ...given, progress: { ...progress, checkpoint: String(last) } },
          )
        },
      }
    }),
    'a checkpoint needs a change': committed(({ changes, progress }) =>
      changes.length === 0 ? { changes } : { changes, progress },
    ),
  },
  'a reader that says where it stood stays where it is if it stands elsewhere, or its view was dropped meanwhile':
    {
      'it comes there wherever it stood': committed(({ changes, progress }) => ({
        changes,
        ...(progress && {
          progress: { readers: progress.readers, checkpoint: progress.checkpoint },
        }),
      })),
      'it never comes there': committed(({ changes, progress }) =>
        progress?.from?.at === undefined ? { changes, ...(progress && { progress }) } : { changes },
      ),
      'from nowhere it comes there wherever it stood': committed(({ changes, progress }) => ({
        changes,
        ...(progress && {
          progress:
            progress.from?.at === undefined
              ? { readers: progress.readers, checkpoint: progress.checkpoint }
              : progress,
        }),
      })),
      'one reader speaks for all': committed(({ changes, progress }) => ({
        changes,
        ...(progress && { progress: { ...progress, readers: progress.readers.slice(0, 1) } }),
      })),
    },
}
