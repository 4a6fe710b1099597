import { later, type Instant } from '../../values/instant.ts'

/** A current value, and when the latest word on it was said. */
export interface Dated<A> {
  readonly value: A
  readonly at: Instant
}

/** The value from now on. Its instant never goes back, so that a late repeat stays late. */
export const restate = <A>(before: Dated<A> | undefined, value: A, at: Instant): Dated<A> => ({
  value,
  at: before === undefined ? at : later(before.at, at),
})
