import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'
import {
  attributeHelp,
  checkAttributes,
  withAttributes,
  type AttributeOptions,
  type Attributes,
} from './attributes.ts'
import { columnHelp, withRoster, type RosterOptions } from './roster-options.ts'
import { askedWrongly, type Stop } from './stop.ts'
import { checkStore, storeHelp, withStore, type StoreOptions } from './store/options.ts'
import { withoutAddresses, type Store } from './store/store.ts'
import { wrapped } from './wording.ts'

/** What somebody asked for on the command line; what is absent was not said. */
export interface Options {
  readonly roster: string
  readonly isBundled: boolean
  readonly out: string
  readonly store: Store
  readonly seed?: number
  readonly start?: Values.Instant
  readonly until?: Values.Instant
  readonly policy?: string
  /** How to read the roster. */
  readonly reading: RosterOptions
  readonly skipInvalid: boolean
  readonly dryRun: boolean
  /** A changed roster, with which the folder's cohort is brought up to date. */
  readonly sync?: string
  readonly apply: boolean
  /** A file for all pairs of a dry run. */
  readonly draft?: string
  /** Numbers of people who are confirmed to have left. */
  readonly left: ReadonlyArray<string>
  readonly names: boolean
  readonly attributes: Attributes
  /** Whether a policy that throws is told with what it threw and where. */
  readonly trace: boolean
}

const bundledRoster = fileURLToPath(new URL('../roster.csv', import.meta.url))

const dateOf = (text: string): Values.Instant => {
  const instant = `${text}T00:00:00.000Z`
  if (Values.Instant.is(instant)) return instant
  throw new InvalidArgumentError('Write a date like 2026-03-01.')
}

const startOf = (text: string): Values.Instant => {
  const start = dateOf(text)
  if (/^2\d{3}-/.test(text)) return start
  throw new InvalidArgumentError('Write a date from 2000-01-01 to 2999-12-31.')
}

const seedOf = (text: string): number => {
  const seed = Number(text)
  if (/^\d+$/.test(text) && Values.Seed.is(seed)) return seed
  throw new InvalidArgumentError('Write a whole number from 0 to 4294967295.')
}

const numbersOf = (text: string): ReadonlyArray<string> =>
  text.split(',').map((item) => item.trim())

const examples = `
Examples (after “npx -y pnpm@10 demo”):
  (nothing)                          the roster that comes with it, seed 1
  --until 2026-03-01                 stop there; run again to go on
  --roster people.csv --dry-run      check your own file and look at the pairs
  --roster people.csv --mentor-is junior --column grade="Job level"
  --policy greedy --out greedy       another policy, in another folder
  --store postgres://me@localhost/cohorts   on a PostgreSQL

It leaves in the folder: report.html, report/ (tables, a mail, the sponsor’s
text), the history (cohort.sqlite), names and addresses (directory.sqlite) and
settings.json. Kill it whenever you like: the same command goes on where it was.
An earlier --until writes only the report again, as things stand; Ctrl-C stops
after the day that it is at, and sums up.`

type AsWritten = 'out' | 'seed' | 'start' | 'until' | 'policy'

interface Parsed extends Pick<Options, AsWritten>, AttributeOptions, RosterOptions, StoreOptions {
  readonly dryRun?: true
  readonly sync?: string
  readonly apply?: true
  readonly draft?: string
  readonly left?: ReadonlyArray<string>
  readonly names?: true
  readonly trace?: true
}

const program = (): Command =>
  withAttributes(
    withStore(
      withRoster(
        new Command('demo').description(
          'Lives through a whole reverse-mentoring cohort, from a roster file to its close.',
        ),
      ).option('--out <folder>', 'where the results go', 'first-cohort'),
    )
      .option('--seed <number>', 'chance, so that a run can be repeated', seedOf)
      .option('--start <date>', 'first day (default: 2026-01-12)', startOf)
      .option('--until <date>', 'stop at the end of that day', dateOf)
      .option('--policy <name>', 'optimal, greedy, or a module that exports one'),
  )
    .option('--skip-invalid', 'leave out the people whose rows are wrong')
    .option('--dry-run', 'check, show the first draft, leave nothing behind')
    .option('--draft <file>', 'with --dry-run: all pairs, as CSV')
    .option('--sync <file>', 'how a changed roster changes the cohort of the folder')
    .option('--apply', 'with --sync: do it')
    .option('--left <numbers>', 'with --sync: who is confirmed to have left', numbersOf)
    .option('--names', 'show names instead of numbers')
    .option('--trace', 'where a policy threw, with its message')
    .helpOption('--help', 'show this')
    .addHelpText('after', `${columnHelp}\n${attributeHelp}\n${storeHelp}\n${examples}`)
    .allowExcessArguments(false)
    .exitOverride()

/** Reads the command line. */
export const readOptions = (argv: ReadonlyArray<string>): E.Either<Stop, Options> => {
  const written: Array<string> = []
  const command = program().configureOutput({
    writeOut: (text) => written.push(text),
    writeErr: (text) => written.push(text),
    getOutHelpWidth: () => 80,
  })
  try {
    command.parse(argv, { from: 'user' })
  } catch (defect) {
    if (!(defect instanceof CommanderError)) throw defect
    const text = written.join('').trimEnd()
    if (defect.exitCode === 0) return E.left({ text, exitCode: 0 })
    return E.left(askedWrongly(`${withoutAddresses(text.replace(/^error: /, ''))}\nSee --help.`))
  }
  const parsed = command.opts<Parsed>()
  const { roster, out, seed, start, until, policy } = parsed
  const alone = ['apply', 'left'] as const
  const idle = alone.find((name) => parsed[name] !== undefined && parsed.sync === undefined)
  if (idle !== undefined) return E.left(askedWrongly(`--${idle} goes with --sync.\nSee --help.`))
  if (parsed.draft !== undefined && parsed.dryRun !== true)
    return E.left(
      askedWrongly(
        '--draft goes with --dry-run; a run keeps its drafts in its folder.\nSee --help.',
      ),
    )
  if (parsed.apply === true && parsed.dryRun === true)
    return E.left(askedWrongly('--dry-run leaves nothing behind, and --apply does it: take one.'))
  const store = checkStore(parsed, out)
  if (E.isLeft(store)) return E.left(askedWrongly(`${wrapped(store.left)}\nSee --help.`))
  const attributes = checkAttributes(parsed)
  if (E.isLeft(attributes)) return E.left(askedWrongly(`${wrapped(attributes.left)}\nSee --help.`))
  return E.right({
    out,
    store: store.right,
    ...(seed !== undefined && { seed }),
    ...(start !== undefined && { start }),
    ...(until !== undefined && { until }),
    ...(policy !== undefined && { policy }),
    roster: roster ?? bundledRoster,
    isBundled: roster === undefined,
    reading: parsed,
    skipInvalid: parsed.skipInvalid === true,
    dryRun: parsed.dryRun === true,
    ...(parsed.sync !== undefined && { sync: parsed.sync }),
    apply: parsed.apply === true,
    ...(parsed.draft !== undefined && { draft: parsed.draft }),
    left: parsed.left ?? [],
    names: parsed.names === true,
    trace: parsed.trace === true,
    attributes: attributes.right,
  })
}
