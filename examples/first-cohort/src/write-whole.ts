import * as E from 'fp-ts/lib/Either.js'
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'

const codeOf = (defect: unknown): string =>
  defect instanceof Error && 'code' in defect ? ` (${String(defect.code)})` : ''

/** Writes a file whole or not at all, over nobody else's; or says why it cannot be written. */
export const writeWhole = async (file: string, text: string): Promise<E.Either<string, void>> => {
  const part = `${file}.${randomUUID()}.part`
  try {
    await writeFile(part, text, { flag: 'wx' })
    await rename(part, file)
    return E.right(undefined)
  } catch (defect) {
    await rm(part, { force: true }).catch(() => undefined)
    return E.left(`${file} cannot be written${codeOf(defect)}.`)
  }
}

/** The same at once, over a file of that name; why it cannot be written, if so. */
export const writeNow = (file: string, text: string): string | undefined => {
  const part = `${file}.${randomUUID()}.part`
  try {
    writeFileSync(part, text, { flag: 'wx' })
    renameSync(part, file)
    return undefined
  } catch (defect) {
    rmSync(part, { force: true })
    return `${file} cannot be written${codeOf(defect)}`
  }
}
