import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** Every document, by its path from the root. */
export const documents = globSync(['*.md', 'docs/**/*.md', '{packages,examples}/*/*.md'], {
  cwd: root,
}).sort()

export const textOf = (document) => readFileSync(join(root, document), 'utf8')

/** Whether a program asks a PostgreSQL server, which has to be there. */
export const needsServer = ({ code }) => code.includes("process.env['DATABASE_URL']")

/** Every block that is marked as TypeScript: each is a whole program. */
export const programs = documents.flatMap((document) =>
  [...textOf(document).matchAll(/^```(?:ts|typescript)\b[^\n]*\n(.*?)^```/gms)].map(
    ([, code = ''], i) => ({ document, code, number: i + 1 }),
  ),
)
