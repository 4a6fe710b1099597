import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process that a test has begun. */
export interface Begun {
  /** Everything that it said until now. */
  readonly said: () => string
  /** How it ended, its code; `null` where it was killed. */
  readonly ended: Promise<number | null>
  readonly kill: () => void
  /** Tells it something; without a text that there is no more. */
  readonly tell: (text?: string) => void
}

/** Runs a program of this folder. */
export const begin = (program: string, ...args: ReadonlyArray<string | number>): Begun => {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [file, ...args.map(String)])
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  child.stdin.on('error', () => undefined)
  return {
    said: () => text,
    ended: new Promise((done) => {
      child.on('close', done)
    }),
    kill: () => void child.kill('SIGKILL'),
    tell: (line) => {
      if (line === undefined) child.stdin.end()
      else child.stdin.write(`${line}\n`)
    },
  }
}

/** Waits until it has said something, or is over. */
export const hearing = async (begun: Begun, text: string | RegExp): Promise<void> => {
  const child = { isOver: false }
  void begun.ended.then(() => {
    child.isOver = true
  })
  const isSaid = (): boolean => new RegExp(text).test(begun.said())
  while (!isSaid() && !child.isOver) await new Promise((done) => setTimeout(done, 5))
  if (!isSaid()) throw new Error(`it ended without “${String(text)}”: ${begun.said()}`)
}

/** Kills it so many milliseconds after it has begun to live. */
export const killedAfter = async (begun: Begun, milliseconds: number): Promise<number | null> => {
  await hearing(begun, 'lives')
  setTimeout(begun.kill, milliseconds)
  return begun.ended
}
