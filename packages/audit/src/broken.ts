/** The rules that one history can show to be broken, by their numbers. */
export type Rule =
  | 'INV1'
  | 'INV2'
  | 'INV3'
  | 'INV4'
  | 'INV5'
  | 'INV6'
  | 'INV7'
  | 'INV8'
  | 'INV9'
  | 'INV10'
  | 'INV11'
  | 'INV13'
  | 'INV16'
  | 'INV17'
  | 'INV18'
  | 'INV19'
  | 'INV21'
  | 'INV26'
  | 'INV27'
  | 'INV29'
  | 'INV38'

/** A rule that a history breaks, and where. */
export interface Broken {
  readonly rule: Rule
  /** Index of the event that breaks it, from 0. */
  readonly at: number
  /** In a few words, for a person. */
  readonly why: string
}

/** A rule that one event breaks. */
export type Fault = readonly [rule: Rule, why: string]

/** The fault, where the condition holds. */
export const faultIf = (condition: boolean, rule: Rule, why: string): ReadonlyArray<Fault> =>
  condition ? [[rule, why]] : []
