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
}

const hours = { night: 0, morning: 6, day: 8 } as const
const parts = ['night', 'morning', 'day'] as const

/** The steps of so many days. */
export const stepsOf = (start: Values.Instant, days: number): ReadonlyArray<Step> =>
  Array.from({ length: days }, (_, day) =>
    parts.map((part): Step => ({
      part,
      day,
      from: Values.plusMillis(start, day * Values.DAY + hours[part] * Values.HOUR),
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
