import type { Values } from '@reverse-mentoring/core'
import type { Dates } from '../calendar/dates.ts'
import type { Shown } from './table.ts'

/** A day as a cell, which sorts as time does. */
export const dayCell = (at: Values.Instant | undefined, { briefDay, dayOf }: Dates): Shown =>
  at === undefined ? { text: '–', value: '' } : { text: briefDay(at), value: dayOf(at) }

/** The same to the minute. */
export const timeCell = (at: Values.Instant | undefined, { time, minuteOf }: Dates): Shown =>
  at === undefined ? { text: '–', value: '' } : { text: time(at), value: minuteOf(at) }

/** What a zone is called. */
export const zoneName = (zone: Values.Zone): string => zone.replaceAll('_', ' ')
