import { helpText, readOptions, type Asked } from './command-line.ts'
import { runAll } from './run-all.ts'
import { newScope } from './scope.ts'
import { areKept, isNothing, tellStore } from './table.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const began = performance.now()
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`

/** Brings the faults about, tells what they led to, and answers the exit code. */
const run = async (asked: Asked): Promise<number> => {
  const scope = newScope()
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (interrupted.signal.aborted) return
      interrupted.abort()
      process.stderr.write('ends, and takes away what it made …\n')
      void scope.close().finally(() => process.exit(130))
    })
  try {
    const told = await runAll({
      ...{ asked, scope },
      say: (line) => void process.stderr.write(`${seconds().padStart(6)}  ${line}\n`),
    })
    // What is interrupted tells nothing.
    if (interrupted.signal.aborted) return await new Promise(() => undefined)
    for (const line of told.flatMap(tellStore)) say(line)
    if (isNothing(told)) {
      say('Nothing was brought about: see above.')
      return 2
    }
    const isKept = areKept(told)
    say(isKept ? 'All of it was survived.' : 'BROKEN: see above.')
    say(`Seed ${String(asked.seed)}, ${seconds()}.`)
    return isKept ? 0 : 1
  } finally {
    await scope.close()
  }
}

const asked = readOptions(process.argv.slice(2))
if (typeof asked === 'string') {
  const isHelp = asked === helpText
  process[isHelp ? 'stdout' : 'stderr'].write(`${asked}\n`)
  process.exit(isHelp ? 0 : 2)
}
process.exit(
  await run(asked).catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    return 1
  }),
)
