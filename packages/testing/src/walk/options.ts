import type { Cohort, Command, Values } from '@reverse-mentoring/core'
import type fc from 'fast-check'
import type { Core } from './core.ts'

/** What a walk does, by what it is about. */
export const activities = [
  'enrolment',
  'erasure',
  'conflict',
  'coordination',
  'purpose',
  'matching',
  'pairing',
  'session',
  'feedback',
  'outcome',
  'close',
  'also',
] as const
export type Activity = (typeof activities)[number]

/** Where a walk begins: with nobody, with people through the gates, with their proposals, their pairings, after the close. */
export const beginnings = ['opened', 'enrolled', 'proposed', 'formal', 'closed'] as const
export type Beginning = (typeof beginnings)[number]

/** How often a walk does what: so many times as often as it would, 0 to 20; `also` is about a product's own commands. */
export type Weights = Readonly<Partial<Record<Activity, number>>>

/** What of a product's own is plausible where a cohort stands, said at this instant. */
export type Also = (cohort: Cohort.Cohort, now: Values.Instant) => fc.Arbitrary<Command.Command>

/** What commands are made of. */
export interface CommandOptions {
  readonly weights?: Weights
  readonly also?: Also
}

/** What walks are like: a wrong option throws, and says which there are. */
export interface WalkOptions extends CommandOptions {
  /** What answers the commands; the library’s own unless told. */
  readonly core?: Core
  /** How long a walk may be, in commands after its beginning: up to 1 000, and 80 by default. */
  readonly maxLength?: number
  /** Where walks begin, each as often as the others; without it anywhere before the close. */
  readonly beginnings?: ReadonlyArray<Beginning>
}

const mostWeight = 20
const mostLength = 1000

const isWhole = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

const known = (name: string, value: string, all: ReadonlyArray<string>): string | undefined =>
  all.includes(value) ? undefined : `there is no ${name} “${value}”: it is one of ${all.join(', ')}`

const optionNames = ['weights', 'also', 'core', 'maxLength', 'beginnings']

const nameFault = (options: object): string | undefined =>
  Object.keys(options)
    .map((name) => known('option', name, optionNames))
    .find((fault) => fault !== undefined)

const weightFault = ({ weights = {}, also }: CommandOptions): string | undefined => {
  for (const [activity, weight] of Object.entries(weights)) {
    const unknown = known('activity', activity, activities)
    if (unknown !== undefined) return unknown
    if (!isWhole(weight, mostWeight))
      return `the weight of “${activity}” is a whole number from 0 to ${String(mostWeight)}, not ${String(weight)}`
  }
  if (weights.also !== undefined && also === undefined)
    return 'there is a weight of “also”, but nothing is given as `also`'
  return undefined
}

const walkFault = ({ beginnings: some, maxLength }: WalkOptions): string | undefined => {
  if (maxLength !== undefined && !isWhole(maxLength, mostLength))
    return `\`maxLength\` is a whole number from 0 to ${String(mostLength)}, not ${String(maxLength)}`
  if (some?.length === 0) return '`beginnings` is empty: leave it out, or name one'
  return some
    ?.map((one) => known('beginning', one, beginnings))
    .find((fault) => fault !== undefined)
}

/** The same options; throws what is wrong with them. */
export const checkedOptions = <Options extends WalkOptions>(
  asked: string,
  options: Options,
): Options => {
  const fault = nameFault(options) ?? weightFault(options) ?? walkFault(options)
  if (fault !== undefined) throw new Error(`${asked}: ${fault}`)
  return options
}
