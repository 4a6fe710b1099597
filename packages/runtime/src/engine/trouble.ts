import type { Port } from '@reverse-mentoring/core'
import type { Tick, TickFailure } from '../time/timekeeper.ts'

/** What went wrong while an engine ran by itself. It tries again; an operator may want to know. */
export type Trouble =
  | { readonly while: 'catching up'; readonly because: Port.Unavailable | Port.Misused }
  | { readonly while: 'keeping time'; readonly because: TickFailure }
  | { readonly while: 'keeping time in a cohort'; readonly because: Tick['failed'][number] }
