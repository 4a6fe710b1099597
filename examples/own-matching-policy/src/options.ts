import { fileURLToPath } from 'node:url'
import {
  attributeHelp,
  checkAttributes,
  withAttributes,
  type AttributeOptions,
  type Attributes,
} from '@reverse-mentoring/first-cohort/attributes'
import { columnHelp, withRoster, type RosterOptions } from '@reverse-mentoring/first-cohort/roster'
import { Command, InvalidArgumentError } from 'commander'
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
  /** How to read the roster. */
  readonly reading: RosterOptions
  readonly attributes: Attributes
}

type Parsed = Omit<Options, 'attributes' | 'reading' | 'roster'> & AttributeOptions & RosterOptions

const fileOf = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier))

const seedOf = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a whole number from 0 to 999999999.')
}

/** Reads the command line; says what is wrong with it and ends the program with exit code 2. */
export const readOptions = (argv: ReadonlyArray<string>): Options => {
  const parsed = program().parse(argv, { from: 'user' }).opts<Parsed>()
  const attributes = checkAttributes(parsed)
  if (E.isLeft(attributes)) throw new Error(attributes.left)
  const { roster = fileOf('@reverse-mentoring/first-cohort/roster.csv'), policy, seed } = parsed
  const { explain, compare } = parsed
  return {
    roster,
    policy,
    seed,
    reading: parsed,
    attributes: attributes.right,
    ...(explain !== undefined && { explain }),
    ...(compare !== undefined && { compare }),
  }
}

const program = (): Command =>
  withAttributes(
    withRoster(
      new Command('own-matching-policy').description(
        'Runs a matching policy on a roster and says why. Nothing is recorded.',
      ),
    )
      .option(
        '--policy <name>',
        'optimal, greedy, or a module that exports a policy',
        fileURLToPath(new URL('longest-wait.ts', import.meta.url)),
      )
      .option('--explain <name>', 'only whose name has this in it, and why')
      .option('--compare <name>', 'another policy: who would be paired differently')
      .option('--seed <number>', 'what ties are broken by', seedOf, 1),
  )
    .addHelpText('after', `${columnHelp}\n${attributeHelp}`)
    .allowExcessArguments(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
