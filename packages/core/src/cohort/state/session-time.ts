import type { Instant } from '../../values/instant.ts'
import type { Session } from './cohort.ts'

/** Where a session stands in its pairing's order: its planned start, else when it began (INV19). */
export const sessionTime = ({ plan, began }: Session): Instant | undefined =>
  plan?.value.start ?? began

/** The order of the sessions of a pairing. */
export const byTime = (a: Session, b: Session): number => {
  const [first, second] = [sessionTime(a) ?? '', sessionTime(b) ?? '']
  return first < second || (first === second && a.session < b.session) ? -1 : 1
}
