import { readFile, writeFile } from 'node:fs/promises'
import type { Line } from './line.ts'

/** Spoils a letter of a stored record in its file, as a bad disk might; who opens the file later sees it. */
export const damage = async (file: string, stream: string, revision: number): Promise<void> => {
  let before = 0
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => {
    if (line === '') return line
    const batch = JSON.parse(line) as Line
    if (batch.stream !== stream) return line
    const at = revision - before - 1
    before += batch.records.length
    const records = batch.records.map((record, i) => (i === at ? `!${record.slice(1)}` : record))
    return JSON.stringify({ ...batch, records })
  })
  await writeFile(file, lines.join('\n'))
}
