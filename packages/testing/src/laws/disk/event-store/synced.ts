import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskLaw } from '../disk-law.ts'
import { appending } from './appending.ts'

const watched = 'fsync,fdatasync,msync,sync_file_range,openat,open,write'

const isSync = (line: string): boolean => /\b(fsync|fdatasync|msync)\(.*= 0$/.test(line)
const resumes = (line: string): boolean =>
  /<\.\.\. (fsync|fdatasync|msync) resumed>.*= 0$/.test(line)
const opensSynced = (line: string): boolean => /\bopen(at)?\(.*O_D?SYNC/.test(line)

/** A kill takes nothing that the system has been given; only what the process asks of the system tells of a power cut. */
export const syncedLaw = (strace: string) =>
  diskLaw(
    'what is told to be taken was synced to the disk before, as the system is seen to be asked',
    async (bench) => {
      const calls = join(bench.folder, 'strace.txt')
      const under = [strace, '-f', '-qq', '-s', '64', '-e', `trace=${watched}`, '-o', calls]
      const child = bench.start(appending({ by: 1, times: 5 }), under)
      const { code, errors } = await child.ended
      assert.equal(code, 0, `no process can be watched with ${strace}: ${errors}`)
      const lines = (await readFile(calls, 'utf8')).split('\n')
      let [asked, taken, isSynced] = [0, 0, false]
      const always = lines.some(opensSynced)
      for (const line of lines) {
        if (line.includes('write(1, "{\\"is\\":\\"asked')) {
          asked += 1
          isSynced = false
        }
        if (isSync(line) || resumes(line)) isSynced = true
        if (!line.includes('write(1, "{\\"is\\":\\"taken')) continue
        taken += 1
        assert.ok(
          isSynced || always,
          `append ${String(asked)} was told to be taken, and not synced`,
        )
      }
      assert.equal(taken, 5, 'what the process said was not seen')
    },
  )
