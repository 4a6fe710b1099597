import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { anyway, through } from './wrap.ts'

/** Goes wrong in what is read next after a commit of which this is true. */
const afterwards = (
  isSo: (given: Port.ViewCommit, isDone: boolean) => boolean,
  wrong: (page: Port.RowPage) => Port.RowPage,
) =>
  through((store) => {
    let isNext = false
    return {
      ...store,
      commit: (given) => async () => {
        const answer = await store.commit(given)()
        isNext ||= isSo(given, E.isRight(answer))
        return answer
      },
      rows: (view, place, asked) =>
        TE.map((page: Port.RowPage) => {
          const shown = isNext && page.rows.length > 0 ? wrong(page) : page
          if (page.rows.length > 0) isNext = false
          return shown
        })(store.rows(view, place, asked)),
    }
  })

/** What came before decides the answer, in a way that no single question shows. */
export const differing: Faults<Port.ViewStore> = {
  'whatever is asked of it, it answers as the view store in memory does': {
    'after a commit that was overtaken the next page ends early': afterwards(
      ({ changes }, isDone) => !isDone && changes.length > 1,
      ({ rows, more }) => ({ rows: rows.slice(0, -1), more }),
    ),
    'after a change that makes all anew the next page says there is more': afterwards(
      ({ changes }, isDone) => isDone && changes.some(({ anew }) => anew),
      ({ rows }) => ({ rows, more: true }),
    ),
    'a view that is dropped while another stands keeps its checkpoint': through((store) => ({
      ...store,
      drop: (view) => async () => {
        const [at, views] = [await store.checkpoint(view)(), await store.views()]
        const others = E.isRight(views) ? views.right.filter((one) => one > view) : []
        const answer = await store.drop(view)()
        if (others.length > 0 && E.isRight(at) && at.right !== undefined)
          await store.commit({
            changes: [],
            progress: { readers: [view], checkpoint: at.right },
          })()
        return answer
      },
    })),
    'a version that was passed once may be named again after a drop': through((store) => {
      let isDropped = false
      return {
        ...store,
        drop: (view) => () => {
          isDropped = true
          return store.drop(view)()
        },
        commit: (given) => (isDropped ? anyway(store, given) : store.commit(given)),
      }
    }),
  },
}
