import type { Size } from '../views/many-cohorts.ts'

/** A log of 10⁶ events, and one of 10⁴, of lively cohorts interleaved. */
export const large: Size = { cohorts: 2000, events: 500, turn: 50 }
export const small: Size = { ...large, cohorts: 20 }
