import { explainOpenFailure, sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'

/** Opens files that are not there yet, each at an instant at which others do the same, and says what failed. */
const [, , folder = '', start = '0', times = '0'] = process.argv
for (let turn = 0; turn < Number(times); turn += 1) {
  while (Date.now() < Number(start) + turn * 50);
  const opened = await sqliteEventStore({ file: join(folder, String(turn)) })()
  if (E.isRight(opened)) await opened.right.close()
  else process.stdout.write(`${explainOpenFailure(opened.left)}\n`)
}
process.stdout.write('done\n')
