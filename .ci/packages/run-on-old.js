import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { programs } from '../documents.js'

const run = promisify(execFile)

const majorOf = async (node) =>
  Number((await run(node, ['-p', 'process.versions.node'])).stdout.split('.')[0])

/** A Node 20 of this machine, if there is one: the oldest that our packages say they run on. */
const oldNode = async () => {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const folder of folders.filter((path) => !path.includes('node_modules'))) {
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

/**
 * Runs the programs of the packages' documents in a project that has these packages, on an old Node, but for those on
 * SQLite, whose driver cannot. Answers what was wrong; a warning is wrong too.
 */
export const runOnOld = async (project) => {
  const node = await oldNode()
  if (node === undefined) return []
  const able = programs.filter(
    ({ document, code }) => document.startsWith('packages/') && !code.includes('storage-sqlite'),
  )
  const wrong = able.length === 0 ? ['no program to run on an old Node'] : []
  for (const [i, { document, code }] of able.entries()) {
    const file = join(project, `program-${i}.mjs`)
    await writeFile(file, ts.transpileModule(code, { compilerOptions }).outputText)
    const { stderr } = await run(node, [file], { cwd: project }).catch((error) => error)
    if (stderr !== '') wrong.push(`${document} on Node 20:\n${stderr}`)
  }
  return wrong
}
