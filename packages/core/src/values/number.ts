import type * as t from 'io-ts'
import { integer } from './integer.ts'

/** Any whole number that JSON carries exactly. */
export const Integer = integer('Integer', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
export type Integer = t.TypeOf<typeof Integer>

/** How many: 0 or more. */
export const Count = integer('Count', 0, Number.MAX_SAFE_INTEGER)
export type Count = t.TypeOf<typeof Count>

/** A place in the organisation under the cohort's own order (grade, tenure, anything but age); higher is more senior. */
export const Seniority = integer('Seniority', -1_000_000, 1_000_000)
export type Seniority = t.TypeOf<typeof Seniority>

/** How many live pairings one enrolment can have, 0 to 1 000. */
export const Capacity = integer('Capacity', 0, 1000)
export type Capacity = t.TypeOf<typeof Capacity>

/** Hours a month that somebody commits, 0 to 200. */
export const Hours = integer('Hours', 0, 200)
export type Hours = t.TypeOf<typeof Hours>

/** Length of a session, 1 minute to 24 hours. */
export const Minutes = integer('Minutes', 1, 1440)
export type Minutes = t.TypeOf<typeof Minutes>

/** Whole hours between the word of cancellation and the planned start; 0 is a no-show. */
export const NoticeHours = integer('NoticeHours', 0, 100_000)
export type NoticeHours = t.TypeOf<typeof NoticeHours>

/** Days of 24 hours, 1 to 3 660. */
export const Days = integer('Days', 1, 3660)
export type Days = t.TypeOf<typeof Days>

/** A count that a rule needs at least once, 1 to 1 000. */
export const Threshold = integer('Threshold', 1, 1000)
export type Threshold = t.TypeOf<typeof Threshold>

/** An answer on a scale from 1 (not at all) to 5 (very much). */
export const Rating = integer('Rating', 1, 5)
export type Rating = t.TypeOf<typeof Rating>

/** Version of the terms that people consent to, from 1. */
export const Terms = integer('Terms', 1, 1_000_000)
export type Terms = t.TypeOf<typeof Terms>

/** Seed of everything that a matching leaves to chance. */
export const Seed = integer('Seed', 0, 4_294_967_295)
export type Seed = t.TypeOf<typeof Seed>

/** One of several parts, or how many there are: 1 to 1 000. */
export const Part = integer('Part', 1, 1000)
export type Part = t.TypeOf<typeof Part>
