import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Compiles a project that uses the packed packages: `compile.js <project> <combination as JSON>`. Says what is wrong, and
 * fails if anything is.
 *
 * The libraries beneath have declarations of their own, which take the compiler far longer than ours. They are looked at
 * where `libraries` says so.
 */
const compilers = { 5.9: () => import('typescript-5.9'), 6: () => import('typescript') }
const [, , project, combination] = process.argv
const { compiler, resolution, exactOptionalPropertyTypes, libraries } = JSON.parse(combination)
const { default: ts } = await compilers[compiler]()
if (!ts.version.startsWith(compiler)) throw new Error(`${compiler} is TypeScript ${ts.version}`)

const module = { nodenext: ts.ModuleKind.NodeNext, bundler: ts.ModuleKind.ESNext }
const moduleResolution = {
  nodenext: ts.ModuleResolutionKind.NodeNext,
  bundler: ts.ModuleResolutionKind.Bundler,
}
const options = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: module[resolution],
  moduleResolution: moduleResolution[resolution],
  types: ['node'],
  noEmit: true,
}
const files = readdirSync(project).filter((name) => name.endsWith('.ts'))
const host = { ...ts.createCompilerHost(options), getCurrentDirectory: () => project }
const program = ts.createProgram(
  files.map((name) => join(project, name)),
  options,
  host,
)

const own = join(project, 'node_modules', '@reverse-mentoring').split(sep).join('/')
const isLibrary = ({ fileName }) =>
  !files.some((name) => fileName.endsWith(`/${name}`)) && !fileName.startsWith(own)
/** Their declarations contradict those of Node that they name; only their makers can mend that. */
const isFaulty = ({ fileName }) => fileName.includes('/node_modules/@kurrent/kurrentdb-client/')
const looked = program
  .getSourceFiles()
  .filter((file) => !isLibrary(file) || (libraries && !isFaulty(file)))
const problems = [
  ...program.getOptionsDiagnostics(),
  ...program.getGlobalDiagnostics(),
  ...looked.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]),
]
const formatting = {
  getCurrentDirectory: () => project,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
}
process.stdout.write(ts.formatDiagnostics(problems, formatting))
process.exit(problems.length > 0 ? 1 : 0)
