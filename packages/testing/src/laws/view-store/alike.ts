import type { Port } from '@reverse-mentoring/core'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { alikeLaw, answerOf, type Question } from '../alike.ts'
import { range } from '../law.ts'
import { newId } from '../record.ts'
import { newCohort, newView, versionOf } from './view.ts'
import { workloads, type Step } from './workload.ts'

const places = ['all', 'person/a']

/** Some of them sort by UTF-16 otherwise than by UTF-8. */
const keys = ['', 'a', 'a/1', 'b', '\u{1f600}', '\uffff']

type Failure = Port.Overtaken | Port.Misused | Port.Unavailable

/** A refusal; the headers of one that was overtaken in an order of their own. */
const told = (failure: Failure): object =>
  failure._tag === 'Overtaken'
    ? {
        _tag: failure._tag,
        headers: failure.headers.map((of) => Object.values(of).join(' ')).sort(),
      }
    : { _tag: failure._tag }

/** The text that a number chooses. */
const chosen = <Text extends string>(some: ReadonlyArray<Text>, n: number): Text =>
  some[n % some.length] ?? ('' as Text)

/** Makes questions of steps, about views that nobody has seen before. */
const asking = (reference: Port.ViewStore) => {
  const views = [newView().view, newView().view].sort()
  const cohorts = [newCohort(), newCohort(), newCohort()]
  const commits: Array<Port.ViewCommit> = []
  const ofNumbers = (of: { readonly view: number; readonly cohort: number }): Port.ViewOf => ({
    view: chosen(views, of.view),
    cohort: chosen(cohorts, of.cohort),
  })

  const changeOf = async (
    change: Extract<Step, { does: 'commit' }>['changes'][number],
  ): Promise<Port.ViewChange> => {
    const of = ofNumbers(change)
    const { revision, isParked, isAnew, off } = change
    const because = 'an event of a later version'
    return {
      ...of,
      after: Math.max(0, (await versionOf(reference, of)) + off),
      header: {
        ...{ revision, frame: { revision } },
        ...(revision > 0 && { record: newId() }),
        ...(isParked && { parked: { revision: revision + 1, because } }),
      },
      ...(isAnew && { anew: true as const }),
      rows: change.rows.map(({ place, key, n }) => [
        chosen(places, place),
        chosen(keys, key),
        n === undefined ? undefined : { n },
      ]),
    }
  }

  const progressOf = async (
    progress: NonNullable<Extract<Step, { does: 'commit' }>['progress']>,
  ): Promise<Port.Progress> => {
    const readers = progress.views.map((n) => chosen(views, n))
    const stands = await reference.checkpoint(readers[0] ?? '')()
    const at = E.isRight(stands) ? stands.right : undefined
    const from = {
      'not said': undefined,
      nowhere: {},
      'where it stands': at === undefined ? {} : { at },
      elsewhere: { at: 'elsewhere' },
    }[progress.from]
    return { readers, checkpoint: String(progress.to), ...(from !== undefined && { from }) }
  }

  const commitOf = async (step: Extract<Step, { does: 'commit' }>): Promise<Port.ViewCommit> => {
    const changes = await Promise.all(step.changes.map(changeOf))
    const { progress } = step
    const commit = progress ? { changes, progress: await progressOf(progress) } : { changes }
    commits.push(commit)
    return commit
  }

  return async (step: Step): Promise<Question<Port.ViewStore>> => {
    switch (step.does) {
      case 'commit':
      case 'commit again': {
        const commit =
          step.does === 'commit'
            ? await commitOf(step)
            : commits[step.which % Math.max(1, commits.length)]
        return async (store) => commit && E.mapLeft(told)(await store.commit(commit)())
      }
      case 'checkpoint':
        return (store) => answerOf(store.checkpoint(chosen(views, step.view)))
      case 'headers':
        return (store) => answerOf(store.headers(step.of.map(ofNumbers)))
      case 'headers of a view': {
        const { view, after, limit, isParked } = step
        const page = {
          limit,
          ...(after !== undefined && { after: chosen(cohorts, after) }),
          ...(isParked && { parked: true as const }),
        }
        return (store) => answerOf(store.headersOf(chosen(views, view), page))
      }
      case 'rows': {
        const { view, place, from, to, after, limit } = step
        const page = {
          limit,
          ...(from !== undefined && { from: chosen(keys, from) }),
          ...(to !== undefined && { to: chosen(keys, to) }),
          ...(after && {
            after: { key: chosen(keys, after.key), cohort: chosen(cohorts, after.cohort) },
          }),
        }
        return (store) => answerOf(store.rows(chosen(views, view), chosen(places, place), page))
      }
      case 'views':
        return async (store) =>
          E.map((names: ReadonlyArray<string>) => names.filter((name) => views.includes(name)))(
            await answerOf(store.views),
          )
      case 'drop':
        return (store) => answerOf(store.drop(chosen(views, step.view)))
    }
  }
}

/** Every header, row and checkpoint. */
const all: ReadonlyArray<Step> = [
  { does: 'views' },
  ...[0, 1].flatMap((view): ReadonlyArray<Step> => [
    { does: 'checkpoint', view },
    { does: 'headers', of: range(0, 2).map((cohort) => ({ view, cohort })) },
    ...[0, 1].map((place): Step => {
      const anywhere = { from: undefined, to: undefined, after: undefined }
      return { does: 'rows', view, place, ...anywhere, limit: 100 }
    }),
  ]),
]

const alike = alikeLaw<Port.ViewStore, Step>(
  'whatever is asked of it, it answers as the view store in memory does',
  { reference: memoryViewStore, steps: workloads, asking, all },
)

/** What the reference says, law or none. */
export const alikeLaws = [alike]
