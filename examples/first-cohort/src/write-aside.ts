import { stringify } from 'csv-stringify/sync'
import * as E from 'fp-ts/lib/Either.js'
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { writeWhole } from './write-whole.ts'

/** Files of one folder. */
export type Files = ReadonlyArray<{
  readonly name: string
  readonly holds: string
  readonly text: string
}>

/** Says what the folder holds, and so which of its files are its own. */
const contents = 'contents.csv'
const head = ['file', 'holds']

const isFolder = (path: string): Promise<boolean | undefined> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => undefined,
  )

/** The files that were written here before; nothing where the list is somebody else’s. */
const listedIn = async (folder: string): Promise<ReadonlySet<string> | undefined> => {
  const text = await readFile(join(folder, contents), 'utf8').catch(() => '')
  const [first = '', ...lines] = text.split('\n')
  if (text !== '' && first !== head.join()) return undefined
  const names = lines.flatMap((line) => /^([a-z-]+\.(?:csv|html|txt)),/.exec(line)?.[1] ?? [])
  return new Set(text === '' ? [] : [...names, contents])
}

const listOf = (names: Iterable<string>, files: Files): string => {
  const holds = new Map(files.map((file) => [file.name, file.holds]))
  return stringify([head, ...[...names].sort().map((name) => [name, holds.get(name) ?? ''])])
}

/**
 * Writes the files of a folder anew, over none that it did not write itself; one that it wrote before and has no longer
 * goes. Stopped at any moment, it still knows which are its own. Says what cannot be written.
 */
export const writeAside = async (folder: string, files: Files): Promise<E.Either<string, void>> => {
  if ((await isFolder(folder)) === false) return E.left(`${folder} is no folder.`)
  // Whatever keeps it from being made keeps the files from being written, which says so.
  await makeFolder(folder)
  const there = new Set(await readdir(folder).catch(() => []))
  const listed = await listedIn(folder)
  const names = files.map(({ name }) => name)
  const foreign = [contents, ...names].find((name) => there.has(name) && listed?.has(name) !== true)
  if (foreign !== undefined)
    return E.left(`${join(folder, foreign)} was not written by this program.`)
  const before = [...(listed ?? [])].filter((name) => name !== contents)
  const write = (name: string, text: string) => writeWhole(join(folder, name), text)
  const begun = await write(contents, listOf(new Set([...before, ...names]), files))
  if (E.isLeft(begun)) return begun
  for (const { name, text } of files) {
    const written = await write(name, text)
    if (E.isLeft(written)) return written
  }
  for (const name of before)
    if (!names.includes(name)) await rm(join(folder, name), { force: true })
  return write(contents, listOf(names, files))
}
