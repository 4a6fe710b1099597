import type { Counts } from './audit/counts.ts'

/** How one fault went on one store: what was counted, why it was left out, or what broke off. */
export type Outcome =
  | { readonly is: 'counted'; readonly counts: Counts }
  | { readonly is: 'left out' | 'broken off'; readonly because: string }

export interface Row {
  readonly fault: string
  readonly outcome: Outcome
}

/** What came of one store. */
export interface Told {
  readonly store: string
  readonly rows: ReadonlyArray<Row>
}
