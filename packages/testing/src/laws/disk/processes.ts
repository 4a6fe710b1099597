import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Disk } from './disk.ts'
import type { Said, Task } from './task.ts'

/** The sources run as they are, and built ones next to each other. */
const entry = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'child/main.ts' : 'child/main.js', import.meta.url),
)

/** Where node keeps what it has compiled, so that the next process starts in half the time. */
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env }

/** How a process ended. */
export interface Ended {
  /** 0: it did what it was started for. 3: it said that it could not. Nothing where it was killed. */
  readonly code: number | null
  readonly errors: string
}

/** A process at work on a disk. */
export interface Child {
  /** What it said so far; what it was about to say when it was killed is not in it. */
  readonly said: ReadonlyArray<Said>
  /** Is done once it has said so many things of a kind, or has ended. */
  readonly until: (is: Said['is'], times: number) => Promise<void>
  readonly tell: (word: string) => void
  /** Takes it off the processor at once, wherever it is: it can do nothing any more. */
  readonly kill: () => void
  /** Stands still, wherever it is, for so many milliseconds. */
  readonly freeze: (milliseconds: number) => Promise<void>
  readonly ended: Promise<Ended>
}

/** What of the distributive union of tasks a law tells. */
export type Asked = Task extends infer One
  ? One extends Task
    ? Omit<One, 'module' | 'folder'>
    : never
  : never

const linesOf = (text: string): readonly [ReadonlyArray<string>, rest: string] => {
  const lines = text.split('\n')
  return [lines.slice(0, -1), lines.at(-1) ?? '']
}

/** Starts a process that does something with the adapter in a folder; `under` is a program that watches it. */
export const start = (
  disk: Pick<Disk, 'module' | 'execArgv'>,
  folder: string,
  asked: Asked,
  under: ReadonlyArray<string> = [],
): Child => {
  const task = { ...asked, module: disk.module.href, folder } as Task
  const command = [
    ...under,
    process.execPath,
    ...(disk.execArgv ?? []),
    entry,
    JSON.stringify(task),
  ]
  const child = spawn(command[0] ?? process.execPath, command.slice(1), { env })
  const said: Array<Said> = []
  const heard = new Set<() => void>()
  const hear = (): void => {
    for (const one of heard) one()
  }
  let [rest, errors, isOver] = ['', '', false]
  child.stdin.on('error', () => undefined)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const [lines, last] = linesOf(rest + text)
    rest = last
    for (const line of lines) said.push(JSON.parse(line) as Said)
    hear()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000)
  })
  const ended = new Promise<Ended>((done) => {
    const end = (code: number | null): void => {
      isOver = true
      hear()
      done({ code, errors })
    }
    child.on('error', (error) => {
      errors += error.message
      end(1)
    })
    child.on('close', end)
  })
  return {
    said,
    ended,
    until: (is, times) =>
      new Promise((done) => {
        const look = (): void => {
          if (!isOver && said.filter((one) => one.is === is).length < times) return
          heard.delete(look)
          done()
        }
        heard.add(look)
        look()
      }),
    tell: (word) => void child.stdin.write(`${word}\n`),
    kill: () => void child.kill('SIGKILL'),
    freeze: async (milliseconds) => {
      if (process.platform === 'win32') return
      child.kill('SIGSTOP')
      await new Promise((done) => setTimeout(done, milliseconds))
      child.kill('SIGCONT')
    },
  }
}
