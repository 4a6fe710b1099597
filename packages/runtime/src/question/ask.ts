import { Port, Stored, View, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { readToken, writeToken, type PageToken } from './page-token.ts'

/** A stored row, or its header, is not what its view says: the view store holds something else than this version wrote. */
export interface UnreadableRow {
  readonly _tag: 'UnreadableRow'
  readonly view: string
  readonly cohort: Values.CohortId
}

export type AskFailure = Port.Unavailable | Port.Misused | UnreadableRow

/** Which part of an answer is asked for. */
export interface PageAsked {
  /** `next` of the page before; absent: the first. */
  readonly after?: PageToken
  /** At most so many, 1 000 unless told. */
  readonly limit?: number
}

/** A part of an answer, in the order of its keys. */
export interface Page<A> {
  readonly items: ReadonlyArray<A>
  /** Where to go on; absent on the last page. */
  readonly next?: PageToken
  /** Cohorts whose items may be out of date, for a record stops their views, or left out, for they cannot be read. */
  readonly halted: ReadonlyArray<Values.CohortId>
}

/** A row as it is shown: in the light of its frame, so that nobody has to know of the close. */
export type Show<Row, Shown> = (row: Row, frame: View.Frame) => Shown

/** A question that rows of one view answer. */
export interface Asked<Row extends object, Shown> {
  readonly view: Pick<View.View<View.Audience, Row>, 'name' | 'codec'>
  readonly show: Show<Row, Shown>
  readonly place: string
  /** Of many cohorts: a row that cannot be read is left out, and its cohort told, so that the others are shown. */
  readonly isOfMany?: true
  /** The keys that are asked for, from one and before another. */
  readonly between?: { readonly from?: string; readonly to?: string }
}

const isFrame = Stored.guardOf(View.Frame)
const guards = new WeakMap<object, (u: unknown) => boolean>()

const guardOf = <Row>(codec: View.View<View.Audience, Row & object>['codec']) => {
  const known = guards.get(codec) ?? Stored.guardOf(codec)
  guards.set(codec, known)
  return known as (u: unknown) => u is Row
}

const mostOfPage = 1000

/** Answers a question, a page at a time. O(page). */
export const ask =
  (viewStore: Pick<Port.ViewStore, 'rows'>) =>
  <Row extends object, Shown>(
    { view, show, place, between, isOfMany }: Asked<Row, Shown>,
    { after, limit = mostOfPage }: PageAsked = {},
  ): TaskEither<AskFailure, Page<Shown>> =>
  async () => {
    const from = after === undefined ? undefined : readToken(after)
    if (after !== undefined && from === undefined)
      return E.left(Port.misused('not a page of this answer'))
    if (!(limit >= 1 && limit <= mostOfPage)) {
      return E.left(Port.misused(`a page holds from 1 to ${String(mostOfPage)}`))
    }
    const page = await viewStore.rows(view.name, place, {
      limit,
      ...between,
      ...(from !== undefined && { after: from }),
    })()
    if (E.isLeft(page)) return page
    const isRow = guardOf<Row>(view.codec)
    const items: Array<Shown> = []
    const halted = new Set<Values.CohortId>()
    for (const { row, header, cohort } of page.right.rows) {
      const { frame } = header
      const isReadable = isRow(row) && isFrame(frame)
      if (header.parked !== undefined || !isReadable) halted.add(cohort)
      if (!isReadable && isOfMany === true) continue
      if (!isReadable) return E.left({ _tag: 'UnreadableRow', view: view.name, cohort })
      items.push(show(row, frame))
    }
    const last = page.right.rows.at(-1)
    const more = page.right.more && last !== undefined
    return E.right({ items, halted: [...halted], ...(more && { next: writeToken(last) }) })
  }

/** Every item of an answer that is asked for page by page. */
export const everyPage =
  <F, A>(asking: (page: PageAsked) => TaskEither<F, Page<A>>): TaskEither<F, ReadonlyArray<A>> =>
  async () => {
    const items: Array<A> = []
    let after: PageToken | undefined
    do {
      const page = await asking(after === undefined ? {} : { after })()
      if (E.isLeft(page)) return page
      for (const item of page.right.items) items.push(item)
      after = page.right.next
    } while (after !== undefined)
    return E.right(items)
  }
