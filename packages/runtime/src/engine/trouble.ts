import type { Port } from '@reverse-mentoring/core'
import type { Tick, TickFailure } from '../time/timekeeper.ts'

/**
 * The ports do not belong together, as after one of them was put back from a copy: views show another log, and those of so
 * many cohorts are made anew; the directory is new, and the log is not; or it has been used with another log. The engine goes
 * on, and writes to both: whoever named the wrong one ends it.
 */
export type Mismatch =
  | { readonly _tag: 'ViewsOfAnotherLog'; readonly cohorts: number }
  | { readonly _tag: 'NewDirectory' }
  | { readonly _tag: 'DirectoryOfAnotherLog' }

/** What went wrong while an engine ran by itself. It tries again; an operator may want to know. */
export type Trouble =
  | { readonly while: 'catching up'; readonly because: Port.Unavailable | Port.Misused }
  | { readonly while: 'keeping time'; readonly because: TickFailure }
  | { readonly while: 'keeping time in a cohort'; readonly because: Tick['failed'][number] }
  /**
   * Told once in the life of an engine, while it opens or afterwards. What can be set right by itself is. A new directory is
   * told of by the engine that finds it new, if it can read the log then.
   */
  | { readonly while: 'comparing the ports'; readonly because: Mismatch }
