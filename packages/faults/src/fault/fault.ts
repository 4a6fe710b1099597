import type { Chance } from '@reverse-mentoring/testing'
import type { Counts } from '../audit/counts.ts'
import type { Scope } from '../scope.ts'
import type { Store } from '../store/store.ts'

/** What a fault works with. */
export interface Bench {
  readonly store: Store
  readonly chance: Chance
  /** Gone when the fault is over. */
  readonly scope: Scope
  /** Writers that are killed. */
  readonly kills: number
  /** How often every other fault comes. */
  readonly times: number
  /** Told how far it is. */
  readonly onProgress: (done: number, of: number) => void
}

/** Something that a store has to survive. */
export interface Fault {
  readonly name: string
  /** What it is, in a few words. */
  readonly what: string
  /** Why it does not come upon a store, where it does not. */
  readonly leftOut: (store: Store) => string | undefined
  /** Brings it about, and counts; or says why it could not be. */
  readonly run: (bench: Bench) => Promise<Counts | string>
}
