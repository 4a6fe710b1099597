import { type Command, InvalidArgumentError } from 'commander'
import { readColumn, type AttributeColumn } from './column.ts'
import { readUse, type Use } from './use.ts'

/** What was said on the command line of attributes; what is absent was not said. */
export interface AttributeOptions {
  readonly attribute?: ReadonlyArray<AttributeColumn> | undefined
  readonly identity?: ReadonlyArray<AttributeColumn> | undefined
  readonly legalBasis?: string | undefined
  readonly use?: ReadonlyArray<Use> | undefined
}

const repeated =
  <A>(read: (text: string) => A | string) =>
  (text: string, before: ReadonlyArray<A> = []): ReadonlyArray<A> => {
    const one = read(text)
    if (typeof one === 'string') throw new InvalidArgumentError(one)
    return [...before, one]
  }

/** Gives a command the options of attributes. */
export const withAttributes = (command: Command): Command =>
  command
    .option(
      '--attribute <code=header>',
      'a column of your own, of the job (repeatable)',
      repeated(readColumn),
    )
    .option('--use <code=how>', 'what an attribute counts for (repeatable)', repeated(readUse))
    .option(
      '--identity <code=header>',
      'a column of the person, such as gender (repeatable)',
      repeated(readColumn),
    )
    .option('--legal-basis <why>', 'why identity may be read; “consent”: of who agreed')

/** How attributes are asked for, for the help. */
export const attributeHelp = `
Attributes of your own:
  --attribute skills="Main skills"   reads a column; without --use it counts for
                                     nothing, but a policy module can read it.
                                     skills:list="…", pace:number="…" say what a
                                     module finds in it
  --use skills=share:10              10 points for each word that two share
  --use site=differ:5                5 points for two of different sites
  --use pace=apart:2, pace=close:2   2 points for each step apart, or closer
  --use skills=share, site=differ    without points: a must; unknown is no “no”
Also region, department, location, languages, zone can be used so.

Identity (gender, ethnicity …) is read only for a reason that is recorded:
  --identity gender=Gender --legal-basis "Positive action"
  --use gender=woman/man:30          points for a junior woman and a senior man,
                                     * stands for anybody
With --legal-basis consent it is read of those people only who say yes in a
column “Agrees to identity matching”. No draft or report names it.`
