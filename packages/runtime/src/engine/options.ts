import { Port, View } from '@reverse-mentoring/core'
import { harmless } from '../harmless.ts'
import { defaultPatience, type Patience } from '../port/patience.ts'
import type { Progress } from '../projection/catch-up.ts'
import type { KeptView } from '../projection/kept-view.ts'
import type { Stopped } from '../projection/stopped.ts'
import { systemSources } from '../system-sources.ts'
import type { Sources } from '../sources.ts'
import { isWhole, longestTimer } from '../whole.ts'
import type { Trouble } from './trouble.ts'

/** What an engine lives on; only the ports have no default. */
export interface EngineOptions {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  readonly directory: Port.Directory
  readonly sources?: Sources
  /** How often, and how long apart, a port is asked again while it is unavailable. */
  readonly patience?: Patience
  /** Milliseconds after which one call of a port counts as unanswered, 10 000 unless told. */
  readonly deadline?: number
  /** Milliseconds after which one command is answered in any case, 15 000 unless told; one that had no turn by then gets none. */
  readonly commandDeadline?: number
  /** How many drafts are made at a time, 4 unless told; the others wait for their turn. */
  readonly draftsAtOnce?: number
  /** How many events the cohorts in memory hold together, 200 000 unless told: some 120 MB. */
  readonly cached?: number
  /**
   * Whether every proof is checked when records are read, `false` unless told: of a cohort that was altered in the store
   * nothing is then read beyond. Costs about as much as the reading; `audit` and back-ups check them in any case.
   */
  readonly checkProofs?: boolean
  /** The views that are kept, all of `core`'s unless told. */
  readonly views?: ReadonlyArray<KeptView>
  /** Records of the log that are read at a time, 1 000 unless told. */
  readonly pageSize?: number
  /** 32 bytes that seal receipts; unless told, they are kept in the directory, so that all its engines share them. */
  readonly key?: Uint8Array
  /** Milliseconds between two looks at the log while nobody wakes `run`, 1 000 unless told. */
  readonly pollEvery?: number
  /** Milliseconds between two looks at the time in `run`, 60 000 unless told. */
  readonly tickEvery?: number
  /** Told after every page of the log. */
  readonly onProgress?: (progress: Progress) => void
  /** Told once of what stops a cohort's views, or one of them. */
  readonly onParked?: (stopped: Stopped) => void
  /** Told of what went wrong in `run`; it goes on. */
  readonly onTrouble?: (trouble: Trouble) => void
}

/** The same with all defaults. */
export type Settled = Required<Omit<EngineOptions, 'key'>> & Pick<EngineOptions, 'key'>

const nobody = (): void => undefined

/** The options with their defaults. */
export const settled = (options: EngineOptions): Settled => ({
  ...options,
  sources: options.sources ?? systemSources,
  patience: options.patience ?? defaultPatience,
  deadline: options.deadline ?? 10_000,
  commandDeadline: options.commandDeadline ?? 15_000,
  draftsAtOnce: options.draftsAtOnce ?? 4,
  cached: options.cached ?? 200_000,
  checkProofs: options.checkProofs ?? false,
  views: options.views ?? View.standardViews,
  pageSize: options.pageSize ?? 1000,
  pollEvery: options.pollEvery ?? 1000,
  tickEvery: options.tickEvery ?? 60_000,
  onProgress: harmless(options.onProgress ?? nobody),
  onParked: harmless(options.onParked ?? nobody),
  onTrouble: harmless(options.onTrouble ?? nobody),
})

const portNames = ['store', 'viewStore', 'directory'] as const

/** What is wrong with what was given, before any default is put in its place. */
export const givenFault = (
  options: Partial<EngineOptions> | undefined,
): Port.Misused | undefined => {
  const missing = portNames.find((name) => typeof options?.[name] !== 'object')
  if (missing !== undefined) return Port.misused(`an engine is opened on a \`${missing}\``)
  const known = [...portNames, 'key', ...Object.keys(settled({} as EngineOptions))]
  for (const given of Object.keys(options ?? {})) {
    const meant = known.find((name) => name.toLowerCase() === given.toLowerCase())
    if (meant !== undefined && meant !== given)
      return Port.misused(`\`${given}\` is no option: write \`${meant}\``)
  }
  return undefined
}

/** What is wrong with the options, in a sentence; nothing if they can be used. */
export const optionFault = (options: Settled): Port.Misused | undefined => {
  const { patience, views, key } = options
  const durations = {
    deadline: options.deadline,
    commandDeadline: options.commandDeadline,
    pollEvery: options.pollEvery,
    tickEvery: options.tickEvery,
  }
  for (const [name, value] of Object.entries(durations)) {
    if (!isWhole(value, 1, longestTimer))
      return Port.misused(
        `${name} is a whole number of milliseconds from 1 to ${String(longestTimer)}`,
      )
  }
  if (!isWhole(options.draftsAtOnce, 1, 1000))
    return Port.misused('draftsAtOnce is a whole number from 1 to 1 000')
  if (!isWhole(options.cached, 1, Number.MAX_SAFE_INTEGER))
    return Port.misused('cached is a whole number of events from 1')
  if (!isWhole(options.pageSize, 1, 100_000))
    return Port.misused('pageSize is a whole number of records from 1 to 100 000')
  if (!isWhole(patience.tries, 1, 1000))
    return Port.misused('patience.tries is a whole number from 1 to 1 000')
  if (![patience.first, patience.most].every((n) => isWhole(n, 0, longestTimer)))
    return Port.misused('patience.first and patience.most are whole numbers of milliseconds')
  if (new Set(views.map(({ name }) => name)).size < views.length)
    return Port.misused('two views have the same name')
  if (key !== undefined && key.length !== 32) return Port.misused('key is 32 bytes long')
  return undefined
}
