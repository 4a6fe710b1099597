import { sqliteViewStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'

/** Takes a view away, and is killed on the way: after the first transactions. */
const [, , file = '', view = '', turns = '2'] = process.argv
const views = await sqliteViewStore({ file })()
if (E.isRight(views)) {
  void views.right.drop(view)()
  for (let turn = 0; turn < Number(turns); turn += 1) {
    await new Promise((done) => {
      setImmediate(done)
    })
  }
  process.kill(process.pid, 'SIGKILL')
}
