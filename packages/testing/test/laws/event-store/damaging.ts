import type { Port, Stored } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { through, type Wrap } from './wrap.ts'

const damaged = new Set<string>()
const isDamaged = ({ stream, revision }: Port.Damaged): boolean =>
  damaged.has(JSON.stringify([stream, revision]))

/** Damages a record of any store that shows it through `damageable`. */
export const damage = (stream: string, revision: Stored.Revision): Promise<void> => {
  damaged.add(JSON.stringify([stream, revision]))
  return Promise.resolve()
}

const cut = <Page extends Port.StreamPage>(page: Page): Page => {
  const at = page.records.findIndex(isDamaged)
  const place = page.records[at]
  if (place === undefined) return page
  const { stream, revision, checkpoint } = place
  return {
    ...page,
    records: page.records.slice(0, at),
    more: page.more || at + 1 < page.records.length,
    damaged: { stream, revision, checkpoint },
  }
}

const goneOn = (page: Port.LogPage): Port.LogPage => ({
  ...page,
  next: page.damaged?.checkpoint ?? page.next,
})

const shownThrough =
  (
    stream: (page: Port.StreamPage) => Port.StreamPage,
    log: (page: Port.LogPage) => Port.LogPage,
  ): Wrap =>
  (store) => ({
    ...store,
    readStream: (...asked) => TE.map(stream)(store.readStream(...asked)),
    readLog: (asked) => TE.map(log)(store.readLog(asked)),
  })

const sound = shownThrough(cut, (page) => goneOn(cut(page)))

/** A store in memory whose records can be damaged. */
export const damageable = through(sound)

const faulty = (change: <Page extends Port.StreamPage>(page: Page) => Page) =>
  through((store) => shownThrough(change, change)(sound(store)))

const without = <Page extends Port.StreamPage>({ damaged: _, ...page }: Page) => page as Page

/** Leaves what is damaged out, as if it had never been. */
const skipping = <Page extends Port.StreamPage>(page: Page): Page => ({
  ...page,
  records: page.records.filter((record) => !isDamaged(record)),
})

export const damaging: Faults<Port.EventStore> = {
  'what is damaged ends a page that names it, and hides nothing else': {
    'it is left out': through(shownThrough(skipping, skipping)),
    'it is shown': through((store) => store),
    'it is not named': faulty(without),
    'it is the end': faulty((page) => ({ ...page, more: page.more && page.damaged === undefined })),
    'there is always more': faulty((page) => ({ ...page, more: true })),
    'the page before it is lost': faulty((page) =>
      page.damaged === undefined ? page : { ...page, records: [] },
    ),
    'the place is that of the record before': faulty((page) =>
      page.damaged === undefined
        ? page
        : { ...page, damaged: { ...page.damaged, revision: page.damaged.revision - 1 } },
    ),
    'the log stays before it': through(
      shownThrough(cut, (page) => {
        const one = cut(page)
        return one.damaged === undefined
          ? one
          : { ...one, next: String(Number(one.damaged.checkpoint) - 1) }
      }),
    ),
    'the log goes past what is behind it': through(shownThrough(cut, cut)),
  },
  'a stream that is damaged goes on growing by its revisions': {
    'it does not count': through((store) => {
      const { append, readStream } = sound(store)
      return {
        ...sound(store),
        append: (stream, expected, batch) =>
          pipe(
            readStream(stream, { after: 0, limit: 100 }),
            TE.flatMap((page) =>
              append(stream, page.damaged === undefined ? expected : expected - 1, batch),
            ),
          ),
      }
    }),
  },
}
