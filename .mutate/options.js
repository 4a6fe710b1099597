import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, normalize } from 'node:path'
import { parseArgs } from 'node:util'

export const help = `Usage: npx pnpm@10 mutate FOLDER [options]

Changes the code of FOLDER in many small ways (StrykerJS), and tells which changes no test notices.
FOLDER is a package or a folder inside one: packages/core, core, packages/core/src/matching.

It goes chunk by chunk. What is done and has not changed since is not run again, so that a run that was
broken off goes on where it stopped. Results lie in .cache/mutate/PACKAGE, the summary in summary.md there.

  --minutes N      stop after so many minutes (110); the chunk that runs then is lost
  --concurrency N  mutants at a time (one per core)
  --runs N         cases of each property in the package's tests (20)
  --skip-static    leave out what is made once at loading, tables and codecs: each such mutant meets all tests
  --afresh         forget what was done
  --report         run nothing, only tell what was done
  --help           this text

Exit code: 0 where all is done and the score is at least 90 %, 1 where it is not, 2 where the call is wrong.
Survivors that somebody has judged stand in .mutate/judged.json, each with the reason why no test should notice.
`

const wrong = (told) => ({ wrong: told })

const number = (name, text, least, most) => {
  const read = Number(text)
  if (/^\d+$/.test(text) && read >= least && read <= most) return read
  throw new RangeError(`--${name} is a whole number from ${least} to ${most}, and was '${text}'.`)
}

const folderOf = (given) => {
  const path = normalize(given).replace(/\/+$/, '')
  const folder = existsSync(join('packages', path)) ? join('packages', path) : path
  const [packages, owner] = folder.split('/')
  const known = readdirSync('packages').join(', ')
  if (packages !== 'packages' || owner === undefined || !existsSync(join('packages', owner)))
    return wrong(
      `FOLDER is a package or a folder inside one, and was '${given}'. Packages: ${known}.`,
    )
  const inside = folder === join('packages', owner) ? join(folder, 'src') : folder
  if (!inside.startsWith(join('packages', owner, 'src')))
    return wrong(`Only what lies in packages/${owner}/src is mutated, and '${given}' does not.`)
  if (!existsSync(inside) || !statSync(inside).isDirectory())
    return wrong(`There is no folder '${inside}'. Give a folder, not a file.`)
  if (globSync(`${inside}/**/*.ts`).length === 0) return wrong(`'${inside}' holds no .ts file.`)
  if (globSync(`packages/${owner}/test/**/*.test.ts`).length === 0)
    return wrong(`packages/${owner} has no tests that could notice a mutant.`)
  return { owner, folder: inside }
}

/** What the command line asks for; `{ help }` or `{ wrong }` where nothing is to be run. */
export const optionsOf = (args) => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        minutes: { type: 'string', default: '110' },
        concurrency: { type: 'string', default: String(availableParallelism()) },
        runs: { type: 'string', default: '20' },
        'skip-static': { type: 'boolean', default: false },
        afresh: { type: 'boolean', default: false },
        report: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return { help }
    const [given, ...more] = positionals
    if (given === undefined) return wrong('FOLDER is missing.')
    if (more.length > 0) return wrong(`One FOLDER at a time, and there were ${positionals.length}.`)
    const found = folderOf(given)
    if ('wrong' in found) return found
    return {
      ...found,
      minutes: number('minutes', values.minutes, 1, 1440),
      concurrency: number('concurrency', values.concurrency, 1, 64),
      runs: number('runs', values.runs, 1, 10_000),
      skipStatic: values['skip-static'],
      afresh: values.afresh,
      report: values.report,
    }
  } catch (error) {
    return wrong(error.message)
  }
}
