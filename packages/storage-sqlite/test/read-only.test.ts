import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newFile, opened } from './file.ts'
import { batch } from './record.ts'

/** An account that may read these files and write none; root may write whatever it is told not to. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

const child = join(import.meta.dirname, 'child', 'read-only.ts')

const reached = spawnSync(process.execPath, ['--version'], { ...nobody, cwd: import.meta.dirname })

describe.skipIf(reached.status !== 0)('files that may only be read', () => {
  it.each([
    ['as they were closed', 'WAL', 0o755],
    ['in a folder that may only be read', 'DELETE', 0o555],
  ])('are opened for reading, %s', async (_what, mode, folder) => {
    const [log, directory] = [newFile('log.sqlite'), newFile('directory.sqlite')]
    const kept = await opened(openSqlite({ log, directory }))
    await kept.store.append('a', 0, batch(1))()
    await kept.directory.secret('kept', 'the first')()
    await kept.close()
    for (const file of [log, directory]) {
      const database = new Database(file)
      database.pragma(`journal_mode = ${mode}`)
      database.close()
      chmodSync(file, 0o444)
      // Who may make the journal beside it may read a file that has one.
      chmodSync(dirname(file), mode === 'WAL' ? 0o777 : folder)
      onTestFinished(() => {
        chmodSync(dirname(file), 0o755)
      })
    }
    const { stdout, stderr } = spawnSync(process.execPath, [child, log, directory], {
      ...nobody,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      read: 1,
      written: {
        _tag: 'Left',
        left: { _tag: 'Misused', reason: 'the file or its folder is read-only (SQLITE_READONLY)' },
      },
      secret: { _tag: 'Right', right: 'the first' },
      views: { _tag: 'Right', right: [] },
    })
  })
})
