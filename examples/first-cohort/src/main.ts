import * as E from 'fp-ts/lib/Either.js'
import { demo } from './demo.ts'
import { readOptions } from './options.ts'
import { progressOn } from './progress.ts'

// Whoever reads the output may stop reading, as `head` does; the run goes on.
process.stdout.on('error', () => undefined)

const options = readOptions(process.argv.slice(2))
const progress = progressOn(process.stdout)
const stopping = new AbortController()
// The first Ctrl-C stops after the day that it is at, and sums up; the second one at once, and nothing is lost either.
if (E.isRight(options) && !options.right.dryRun && options.right.sync === undefined)
  process.once('SIGINT', () => {
    progress.say('\nStopping after this day; once more to stop at once. Nothing is lost.')
    stopping.abort()
  })
const ended = E.isLeft(options) ? options : await demo(options.right, progress, stopping.signal)
if (stopping.signal.aborted) process.exitCode = 130
progress.end()
if (E.isLeft(ended)) {
  const { text, exitCode } = ended.left
  const stream = exitCode === 0 ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  process.exitCode = exitCode
}
