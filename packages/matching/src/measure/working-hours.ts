import type { Values } from '@reverse-mentoring/core'
import { Values as V } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { numbering, wordOf } from './attribute.ts'
import { byClasses } from './cells.ts'
import type { Measure } from './measure.ts'

/** Which attribute holds the IANA zone, and from when to when people work there. */
export interface WorkingHours {
  readonly attribute: string
  /** Whole hours of the day, 0 to 24. */
  readonly from: number
  readonly to: number
}

const day = 24 * 60

/** Minutes that a zone is ahead of UTC; `undefined` for a zone that nobody knows. */
const offsetOf = (zone: string, asOf: Values.Instant): number | undefined => {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(V.millis(asOf))
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
    const at = new Date(V.millis(asOf))
    const ahead = (part('hour') - at.getUTCHours()) * 60 + part('minute') - at.getUTCMinutes()
    return part('day') === at.getUTCDate() ? ahead : ahead > 0 ? ahead - day : ahead + day
  } catch {
    return undefined
  }
}

/** Whole hours that two working days have in common, which may lie around midnight. */
const commonHours = (ahead: number, minutes: number): number => {
  const distance = ((ahead % day) + day) % day
  const common = Math.max(0, minutes - distance) + Math.max(0, minutes - (day - distance))
  return Math.floor(Math.min(minutes, common) / 60)
}

/** Whole hours a day in which both work, by the offsets of their zones at the instant of the run. */
export const commonWorkingHours =
  ({ attribute, from, to }: WorkingHours): Measure =>
  ({ mentors, mentees, asOf }) => {
    const number = numbering()
    const theirs = Int32Array.from(mentors, (person) => number.of(wordOf(person, attribute)))
    const own = Int32Array.from(mentees, (person) => number.of(wordOf(person, attribute)))
    const offsets = number.words().map((zone) => offsetOf(zone, asOf))
    const table = offsets.flatMap((one) =>
      offsets.map((other) =>
        one === undefined || other === undefined ? -1 : commonHours(one - other, (to - from) * 60),
      ),
    )
    return from >= 0 && from < to && to <= 24
      ? E.right(byClasses(theirs, own, offsets.length, Int32Array.from(table)))
      : E.left(`hours ${String(from)} to ${String(to)} are no working day`)
  }
