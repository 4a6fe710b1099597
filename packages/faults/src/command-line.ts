import { parseArgs } from 'node:util'
import { faults } from './faults.ts'
import { storeNames, type StoreName } from './stores.ts'

/** What somebody asked for on the command line. */
export interface Asked {
  readonly stores: ReadonlyArray<StoreName>
  readonly faults: ReadonlyArray<string>
  readonly kills: number
  readonly times: number
  readonly seed: number
}

const names = faults.map(({ name }) => name)

const listed = faults.map(({ name, what }) => `    ${name.padEnd(10)} ${what}`).join('\n')

export const helpText = `faults: brings every fault about that storage has to survive, with real processes and servers, and prints what it led to.

  --store <name>    ${storeNames.join(', ')}; all of them, side by side, unless told; may be written more than once
  --fault <name>    one of those below; all of them unless told; may be written more than once
  --kills <number>  writers that are killed for each store, 300 unless told
  --times <number>  how often each other fault comes, 10 unless told
  --seed <number>   what moments and places are drawn from; unless told, a new one, which is printed
  --help            this text

${listed}

Exit code 0: nothing acknowledged is lost or doubled, no gap, views equal a rebuild, and all damage was named. 1: not so, or a
store could not be looked at. 2: the command makes no sense. 130: it was interrupted.`

const parse = (argv: ReadonlyArray<string>) =>
  parseArgs({
    args: [...argv],
    options: {
      ...{ store: { type: 'string', multiple: true }, fault: { type: 'string', multiple: true } },
      ...{ kills: { type: 'string' }, times: { type: 'string' }, seed: { type: 'string' } },
      help: { type: 'boolean' },
    },
  }).values

const most = { kills: 100_000, times: 1000, seed: 999_999_999 }

const isStoreName = (name: string): name is StoreName => storeNames.some((one) => one === name)

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
  const stores = values.store ?? storeNames
  const otherStore = stores.find((name) => !isStoreName(name))
  if (otherStore !== undefined)
    return `There is no store “${otherStore}”: write ${storeNames.join(', ')}.`
  const chosen = values.fault ?? names
  const otherFault = chosen.find((name) => !names.includes(name))
  if (otherFault !== undefined)
    return `There is no fault “${otherFault}”: write one of ${names.join(', ')}.`
  const numbers: Record<keyof typeof most, number> = {
    ...{ kills: 300, times: 10, seed: Math.floor(Math.random() * 1_000_000) },
  }
  for (const name of ['kills', 'times', 'seed'] as const) {
    const text = values[name]
    if (text === undefined) continue
    const [number, least] = [Number(text), name === 'seed' ? 0 : 1]
    if (!/^\d{1,9}$/.test(text) || number < least || number > most[name])
      return `--${name} ${text}: write a whole number from ${String(least)} to ${String(most[name])}.`
    numbers[name] = number
  }
  return { stores: stores.filter(isStoreName), faults: chosen, ...numbers }
}
