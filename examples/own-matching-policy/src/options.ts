import { fileURLToPath } from 'node:url'
import {
  attributeHelp,
  checkAttributes,
  withAttributes,
  type AttributeOptions,
  type Attributes,
} from '@reverse-mentoring/first-cohort/attributes'
import type { MentorIs } from '@reverse-mentoring/first-cohort/roster'
import { Command, InvalidArgumentError, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'

/** What somebody asked for on the command line. */
export interface Options {
  readonly roster: string
  readonly policy: string
  /** Part of a name. */
  readonly explain?: string
  /** Another policy, to see who would be paired differently. */
  readonly compare?: string
  readonly seed: number
  readonly mentorIs?: MentorIs
  readonly attributes: Attributes
}

type Parsed = Omit<Options, 'attributes'> & AttributeOptions

const fileOf = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier))

const seedOf = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a whole number from 0 to 999999999.')
}

/** Reads the command line; says what is wrong with it and ends the program with exit code 2. */
export const readOptions = (argv: ReadonlyArray<string>): Options => {
  const { attribute, identity, legalBasis, use, ...options } = program()
    .parse(argv, { from: 'user' })
    .opts<Parsed>()
  const attributes = checkAttributes({ attribute, identity, legalBasis, use })
  if (E.isLeft(attributes)) throw new Error(attributes.left)
  return { ...options, attributes: attributes.right }
}

const program = (): Command =>
  withAttributes(
    new Command('own-matching-policy')
      .description('Runs a matching policy on a roster and says why. Nothing is recorded.')
      .option(
        '--roster <file>',
        'CSV of your personnel system',
        fileOf('@reverse-mentoring/first-cohort/roster.csv'),
      )
      .option(
        '--policy <name>',
        'optimal, greedy, or a module that exports a policy',
        fileURLToPath(new URL('longest-wait.ts', import.meta.url)),
      )
      .option('--explain <name>', 'only whose name has this in it, and why')
      .option('--compare <name>', 'another policy: who would be paired differently')
      .option('--seed <number>', 'what ties are broken by', seedOf, 1)
      .addOption(
        new Option('--mentor-is <who>', 'whom the file calls mentor').choices(['junior', 'senior']),
      ),
  )
    .addHelpText('after', attributeHelp)
    .allowExcessArguments(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
