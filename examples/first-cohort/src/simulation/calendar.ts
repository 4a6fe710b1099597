import { Values } from '@reverse-mentoring/core'

/** A day of the simulation, counted from the start of the cohort: 0 is its first. */
export type Day = number

/**
 * One step of the clock. At night software lets lapse what is due; in the morning whoever runs the cohort acts; by day
 * the people do. Everything of a step is decided on what had happened before it.
 */
export interface Step {
  readonly part: 'night' | 'morning' | 'day'
  readonly day: Day
  readonly from: Values.Instant
  /** The next step begins then: everything of this one is said before. */
  readonly until: Values.Instant
}

/** From which hour to which (UTC) each part of a day goes. */
const parts = [
  ['night', 0, 6],
  ['morning', 6, 8],
  ['day', 8, 24],
] as const

/** The steps of so many days. */
export const stepsOf = (start: Values.Instant, days: number): ReadonlyArray<Step> =>
  Array.from({ length: days }, (_, day) =>
    parts.map(([part, from, until]): Step => ({
      part,
      day,
      from: instantOn(start, day, from * 60),
      until: instantOn(start, day, until * 60),
    })),
  ).flat()

/** The day on which an instant falls. */
export const dayOf = (start: Values.Instant, at: Values.Instant): Day =>
  Math.floor((Values.millis(at) - Values.millis(start)) / Values.DAY)

/** The instant so many minutes into a day. */
export const instantOn = (start: Values.Instant, day: Day, minutes: number): Values.Instant =>
  Values.plusMillis(start, day * Values.DAY + minutes * Values.MINUTE)

export const isWorkday = (start: Values.Instant, day: Day): boolean => {
  const weekday = new Date(Values.millis(Values.plusDays(start, day))).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day itself or the first workday after it. */
export const workdayFrom = (start: Values.Instant, day: Day): Day =>
  isWorkday(start, day) ? day : workdayFrom(start, day + 1)
