import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { needsServer, programs } from '../documents.js'

const run = promisify(execFile)

const majorOf = (node) =>
  run(node, ['-p', 'process.versions.node'], { timeout: 10_000 }).then(
    ({ stdout }) => Number(stdout.split('.')[0]),
    () => undefined,
  )

/** A Node 20 on a path, if there is one: the oldest that our packages say they run on. */
const oldNode = async (path) => {
  for (const folder of path.split(delimiter).filter((one) => !one.includes('node_modules'))) {
    const node = join(folder, 'node')
    if (existsSync(node) && (await majorOf(node)) === 20) return node
  }
  return undefined
}

const compilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  verbatimModuleSyntax: true,
}

/** What is wrong with how a program went: a warning, an end that is no success, or none in time. */
const faultOf = async (node, file, cwd, timeout) => {
  try {
    return (await run(node, [file], { cwd, timeout })).stderr
  } catch (error) {
    const end = error.killed ? `no end within ${timeout / 1000} s` : `ended with ${error.code}`
    return `${end}\n${error.stderr ?? ''}`
  }
}

/** Runs programs in a project that has their packages; answers what was wrong. */
export const runEach = async (node, project, some, timeout = 60_000) => {
  const wrong = []
  for (const [i, { document, code }] of some.entries()) {
    const file = join(project, `program-${i}.mjs`)
    await writeFile(file, ts.transpileModule(code, { compilerOptions }).outputText)
    const fault = await faultOf(node, file, project, timeout)
    if (fault !== '') wrong.push(`${document} does not run:\n${fault}`)
  }
  return wrong
}

/**
 * Runs the programs of the packages' documents in a project that has these packages, on an old Node, but for those on
 * SQLite, whose driver cannot, and those that need a server. Answers what was wrong (a warning is wrong too), and whether there was a Node to run them.
 */
export const runOnOld = async (project, path = process.env.PATH ?? '') => {
  const node = await oldNode(path)
  if (node === undefined) return { wrong: [], didRun: false }
  const able = programs.filter(
    (program) =>
      program.document.startsWith('packages/') &&
      !program.code.includes('storage-sqlite') &&
      !needsServer(program),
  )
  if (able.length === 0) return { wrong: ['no program to run on an old Node'], didRun: false }
  return { wrong: await runEach(node, project, able), didRun: true }
}
