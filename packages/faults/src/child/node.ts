import { startServer } from '@reverse-mentoring/servers/kurrentdb'
import { createInterface } from 'node:readline'

/**
 * A server of the protocol in a process of its own. It is told by words: `kill` ends it at once, `restart` brings it back
 * with its log, `cut` has the next append written and its connection cut, `left` asks how many of those are still to come.
 */
const server = await startServer()
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const acts: Readonly<Record<string, () => Promise<void> | void>> = {
  kill: server.kill,
  restart: server.restart,
  cut: () => void (server.faults.cut += 1),
  left: () => say(`left ${String(server.faults.cut)}`),
}

say(`serves ${server.connectionString}`)
let done = 0
for await (const word of createInterface({ input: process.stdin })) {
  await acts[word]?.()
  done += 1
  say(`done ${String(done)}`)
}
process.exit(0)
