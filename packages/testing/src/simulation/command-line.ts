import { parseArgs } from 'node:util'
import type { SimulationOptions } from './simulate.ts'

/** What somebody asked for on the command line. */
export interface Asked extends Pick<SimulationOptions, 'seed' | 'hours' | 'cohorts' | 'engines'> {
  readonly trace?: string
}

export const helpText = `simulate: the whole engine in virtual time, on ports that fail, step by step the same for the same seed.

  --seed <number>     what is replayed; unless told, a new one, which is printed
  --hours <number>    virtual hours, 300 unless told: some seconds
  --cohorts <number>  cohorts that live at the same time, 4 unless told
  --engines <number>  machines with an engine each, 3 unless told
  --trace <file>      writes every step into a file
  --help              this text

Exit code 0: every promise was kept. 1: one was broken; what, and how to replay it, is printed. 2: the command makes no sense.`

const names = ['seed', 'hours', 'cohorts', 'engines'] as const

const most = { seed: 999_999_999, hours: 1_000_000, cohorts: 1000, engines: 100 }

const parse = (argv: ReadonlyArray<string>) =>
  parseArgs({
    args: [...argv],
    options: {
      ...{ seed: { type: 'string' }, hours: { type: 'string' } },
      ...{ cohorts: { type: 'string' }, engines: { type: 'string' } },
      ...{ trace: { type: 'string' }, help: { type: 'boolean' } },
    },
  }).values

/** What a command line asks for, or what to print instead: the help, or what is wrong with it. */
export const readOptions = (argv: ReadonlyArray<string>): Asked | string => {
  let values: ReturnType<typeof parse>
  try {
    values = parse(argv)
  } catch (thrown) {
    const what = thrown instanceof Error ? thrown.message : String(thrown)
    return `${what}\nWrite --help for what can be written.`
  }
  if (values.help === true) return helpText
  const numbers: Record<string, number> = {}
  for (const name of names) {
    const text = values[name]
    if (text === undefined) continue
    const [number, least] = [Number(text), name === 'seed' ? 0 : 1]
    if (!/^\d{1,9}$/.test(text) || number < least || number > most[name])
      return `--${name} ${text}: write a whole number from ${String(least)} to ${String(most[name])}.`
    numbers[name] = number
  }
  const { seed = Math.floor(Math.random() * 1_000_000), hours = 300, ...others } = numbers
  return { seed, hours, ...others, ...(values.trace !== undefined && { trace: values.trace }) }
}
