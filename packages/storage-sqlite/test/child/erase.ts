import type { Port } from '@reverse-mentoring/core'
import { sqliteDirectory } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'

/** Erases somebody while another program reads the file, and is killed before what is left of them could be overwritten. */
const [, , file = '', json = '{}'] = process.argv
const person = JSON.parse(json) as Port.Profile
const directory = await sqliteDirectory({ file, busyTimeout: 0 })()
if (E.isRight(directory)) {
  await directory.right.putPeople([person])()
  const reader = new Database(file)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM participant').get()
  await directory.right.erase([person.participant])()
  process.kill(process.pid, 'SIGKILL')
}
