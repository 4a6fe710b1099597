import type { Cohort, Port, Stored } from '@reverse-mentoring/core'
import type { KeptView } from './kept-view.ts'

/** Where one view of one cohort stands while its records are walked. */
export interface Stand {
  readonly view: KeptView
  readonly header: Port.Header | undefined
  /** The revision that its rows show; 0 where they are made anew. */
  readonly revision: Stored.Revision
  /** The keys of rows that may have changed since. */
  readonly touched: Set<string>
  /** The state that its rows show, once the walk has come there. */
  before: Cohort.Cohort | undefined
  /** Why its rows have to be made from the state: there are none, or they show another log. */
  isAnew: boolean
  /** What the view threw, if it did. */
  thrown: { readonly kind: string } | undefined
}

export const standAt = (view: KeptView, header: Port.Header | undefined): Stand => ({
  view,
  header,
  revision: header?.revision ?? 0,
  touched: new Set(),
  before: undefined,
  isAnew: header === undefined || header.revision === 0,
  thrown: undefined,
})
