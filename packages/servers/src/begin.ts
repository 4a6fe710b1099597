import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process that somebody has begun. */
export interface Begun {
  /** Everything that it said until now. */
  readonly said: () => string
  /** How it ended, its code; `null` where it was killed. */
  readonly ended: Promise<number | null>
  readonly isOver: () => boolean
  readonly kill: () => void
  /** Has it stand still wherever it is, or go on. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Tells it something; without a text that there is no more. */
  readonly tell: (text?: string) => void
}

/** Where node keeps what it has compiled, so that the next process starts in half the time. */
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env }

/** Runs a program, such as `new URL('live.ts', import.meta.url)`. */
export const begin = (program: URL, ...args: ReadonlyArray<string | number>): Begun => {
  const child = spawn(process.execPath, [fileURLToPath(program), ...args.map(String)], { env })
  const state = { said: '', isOver: false }
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (state.said += part))
  child.stdin.on('error', () => undefined)
  return {
    said: () => state.said,
    ended: new Promise((done) => {
      child.on('close', (code) => {
        state.isOver = true
        done(code)
      })
    }),
    isOver: () => state.isOver,
    kill: () => void child.kill('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    tell: (line) => {
      if (line === undefined) child.stdin.end()
      else child.stdin.write(`${line}\n`)
    },
  }
}

/** Waits until it has said something, or is over. */
export const hearing = async (begun: Begun, text: string | RegExp): Promise<void> => {
  const isSaid = (): boolean => new RegExp(text).test(begun.said())
  while (!isSaid() && !begun.isOver()) await new Promise((done) => setTimeout(done, 5))
  if (!isSaid()) throw new Error(`it ended without “${String(text)}”: ${begun.said()}`)
}

/** Kills it so many milliseconds after it has begun to live. */
export const killedAfter = async (begun: Begun, milliseconds: number): Promise<number | null> => {
  await hearing(begun, 'lives')
  setTimeout(begun.kill, milliseconds)
  return begun.ended
}
