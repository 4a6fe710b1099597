import { copyFile, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { openJsonLines } from './json-lines-store.ts'
import { withFolder } from './temp-folder.ts'

type Open = typeof openJsonLines

/** A fault of the twin: what is wrong with it, the lines in which it differs, and the law that has to notice. */
export interface Fault {
  readonly fault: string
  readonly law: string
  readonly edits: ReadonlyArray<readonly [sound: string, broken: string]>
}

/** What the twin does wrong, one thing at a time. */
export const faults: ReadonlyArray<Fault> = [
  {
    fault: 'nobody looks at the expected revision',
    law: 'any other expected revision is a Conflict that tells the actual one',
    edits: [['if (stored.length !== expected)', 'if (stored.length < 0)']],
  },
  {
    fault: 'nobody looks at the record that an append names',
    law: 'an append that names the record it follows is a Conflict where another one stands',
    edits: [['if (after !== undefined &&', 'if (after === null &&']],
  },
  {
    fault: 'a batch that is sent again is new',
    law: 'a batch sent again gets its first receipt, also after later writes and reopening',
    edits: [['if (Port.isRepeat(records, standing))', 'if (standing.length < 0)']],
  },
  {
    fault: 'there is no lock',
    law: 'of twenty appends at one expected revision one wins, and the others learn the actual one',
    edits: [
      [
        'return locked(file, async () => {',
        'return (async (work: () => Promise<E.Either<never, never>>) => work())(async () => {',
      ],
    ],
  },
  {
    fault: 'every record is a line of its own',
    law: 'nobody ever sees a part of a batch',
    edits: [
      [
        'await write(line)',
        "for (const record of records) await write(lineOf(stream, [record]) ?? '')",
      ],
    ],
  },
  {
    fault: 'it answers before it has written',
    law: 'an append answers the revision after it, contiguous from 1',
    edits: [['await write(line)', 'setTimeout(() => void write(line).catch(() => undefined), 50)']],
  },
  {
    fault: 'what other processes wrote is not read',
    law: 'what one was told is stored, all see',
    edits: [['await readOn()\n      return E.right(pageOf(', 'return E.right(pageOf(']],
  },
  {
    fault: 'a page that ends where the stream ends says that there is more',
    law: 'a stream is read in pages that say whether there is more',
    edits: [['more: entries.length > end', 'more: entries.length >= end']],
  },
  {
    fault: 'any text is a checkpoint',
    law: 'a checkpoint of no log is Misused',
    edits: [['return endOf(place) === checkpoint ? place : undefined', 'return place || 0']],
  },
  {
    fault: 'who reads gets hold of what the store holds',
    law: 'what a reader changes is not stored',
    edits: [
      [
        'const streams = new Map',
        'const shown = new Map<string, Stored.StoredRecord>()\n  const streams = new Map',
      ],
      [
        'JSON.parse(text) as Stored.StoredRecord',
        '(shown.get(text) ?? shown.set(text, JSON.parse(text)).get(text)) as Stored.StoredRecord',
      ],
    ],
  },
  {
    fault: 'texts are tidied up',
    law: 'a record comes back as it was handed over',
    edits: [["whole.toString('utf8')", "whole.toString('utf8').normalize('NFKC')"]],
  },
  {
    fault: 'the instant is a date as JavaScript prints it',
    law: 'a record comes back with its place and as JSON: no Date, no bigint, nothing null',
    edits: [['new Date().toISOString()', 'String(new Date())']],
  },
  {
    fault: 'what is no JSON is left out',
    law: 'a batch is stored whole or not at all, and what is no JSON is Misused',
    edits: [['return undefined // A bigint, or a circle.', "return '\\n'"]],
  },
  {
    fault: 'nothing is too large',
    law: 'a batch over the limit is TooLarge, and nothing of it is stored',
    edits: [['Buffer.byteLength(line) > mostBytes', 'Buffer.byteLength(line) > Infinity']],
  },
  {
    fault: 'what is damaged is passed over in silence',
    law: 'what is damaged ends a page that names it, and hides nothing else',
    edits: [['...(damaged !== undefined && { damaged })', '']],
  },
  {
    fault: 'what is damaged is not counted',
    law: 'a stream that is damaged goes on growing by its revisions',
    edits: [
      [
        'const entry = { id, place, text }',
        'const entry = { id, place, text }\n      if (text === undefined) continue',
      ],
    ],
  },
  {
    fault: 'who asks a closed store is told to try again',
    law: 'a store that was closed, where it can be, is Misused',
    edits: [["if (isClosed) return E.left(Port.misused('the store was closed'))", '']],
  },
]

/** What only other processes see. */
export const diskFaults: ReadonlyArray<Fault> = [
  {
    fault: 'it never syncs',
    law: 'what is told to be taken was synced to the disk before, as the system is seen to be asked',
    edits: [['await handle.datasync()', '']],
  },
  {
    fault: 'a torn line stays',
    law: 'a torn tail costs the last batch at most, as a whole or by a loud failure, and nothing that comes then',
    edits: [['if (size > read) await', 'if (size < 0) await']],
  },
  {
    fault: 'it reads 64 kB at most',
    law: 'records of more than 10 kB are there, letter by letter',
    edits: [['if (size <= read) return', 'if (size <= read || size - read > 65_536) return']],
  },
  {
    fault: 'a page ends at 1 000',
    law: 'more than 1 000 records are there, in pages of every size',
    edits: [['.slice(after, after + limit)', '.slice(after, after + Math.min(limit, 1000))']],
  },
]

const edited = (text: string, [sound, broken]: Fault['edits'][number]): string => {
  const parts = text.split(sound)
  if (parts.length !== 2)
    throw new Error(`“${sound}” stands ${String(parts.length - 1)} times in the store, not once`)
  return parts.join(broken)
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Does something with a folder that holds the store with this fault: the same text but for the lines of its edits. */
export const withTwin = async <A>(
  { edits }: Pick<Fault, 'edits'>,
  act: (folder: URL) => Promise<A>,
): Promise<A> => {
  const sound = await readFile(here('json-lines-store.ts'), 'utf8')
  return withFolder(async (folder) => {
    await symlink(here('../node_modules'), join(folder, 'node_modules'), 'junction')
    await writeFile(join(folder, 'json-lines-store.ts'), edits.reduce(edited, sound))
    for (const same of ['disk.ts', 'line.ts', 'lock.ts'])
      await copyFile(here(same), join(folder, same))
    return act(pathToFileURL(`${folder}/`))
  })
}

/** The store with this fault, in this process. */
export const twinWith = (fault: Pick<Fault, 'edits'>): Promise<Open> =>
  withTwin(fault, async (folder) => {
    const twin = (await import(new URL('json-lines-store.ts', folder).href)) as {
      readonly openJsonLines: Open
    }
    return twin.openJsonLines
  })
