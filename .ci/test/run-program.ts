import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../documents.js'

const run = promisify(execFile)

const alone = async (code: string): Promise<void> => {
  const args = ['--no-warnings', '--input-type=module-typescript', '--eval', code]
  await run('node', args, { cwd: root })
}

/** A folder from which a program imports, and finds the examples, as from the root. */
const newFolder = (): string => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/program-'))
  symlinkSync(join(root, 'examples'), join(folder, 'examples'), 'junction')
  return folder
}

const here = async (code: string): Promise<void> => {
  const folder = newFolder()
  try {
    const file = join(folder, 'program.ts')
    writeFileSync(file, code)
    await import(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each in a process of its own, as its reader would; in short in this one, which takes a quarter of the time. */
export const runProgram = process.env['FULL'] === '1' ? alone : here
