import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { helpText, readOptions, type Asked } from './command-line.ts'
import { simulate } from './simulate.ts'
import { tellSimulation } from './tell.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Every tenth of the way is told. */
const telling = (hours: number) => {
  let told = 0
  return (gone: number): void => {
    const tenths = Math.floor((10 * gone) / hours)
    if (tenths > told) process.stderr.write(`${String(gone)} of ${String(hours)} hours\n`)
    told = Math.max(told, tenths)
  }
}

/** Simulates, tells how it went, and answers the exit code. */
const run = async ({ trace, ...asked }: Asked): Promise<number> => {
  const file = trace === undefined ? undefined : createWriteStream(trace)
  const began = performance.now()
  const simulation = await simulate({
    ...asked,
    onProgress: telling(asked.hours),
    ...(file !== undefined && { onStep: (line: string) => void file.write(`${line}\n`) }),
  })
  if (file !== undefined) {
    file.end()
    await finished(file)
  }
  const seconds = (performance.now() - began) / 1000
  for (const line of tellSimulation(asked, simulation, seconds)) say(line)
  return simulation.broken === undefined ? 0 : 1
}

const asked = readOptions(process.argv.slice(2))
if (typeof asked === 'string') {
  const isHelp = asked === helpText
  process[isHelp ? 'stdout' : 'stderr'].write(`${asked}\n`)
  process.exitCode = isHelp ? 0 : 2
} else {
  process.exitCode = await run(asked).catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    return 2
  })
}
