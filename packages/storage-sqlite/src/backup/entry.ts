import Database from 'better-sqlite3'
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../defect.ts'
import { brokenPages, checkRecords } from './check-copy.ts'
import type { Message, Task } from './message.ts'

const say = (message: Message): void => parentPort?.postMessage(message)

/** Checks a copy, and leaves one file that needs no journal beside it. */
const work = ({ file, what }: Task): void => {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    const broken = brokenPages(database)
    if (broken !== undefined) say({ failed: `the copy is damaged: ${broken}` })
    else if (what === 'directory') say({ checked: { unproved: [], more: 0 } })
    else {
      say({ checked: checkRecords(database, (step) => say({ step })) })
    }
  } catch (defect) {
    say({ failed: failureOf(defect).reason })
  } finally {
    database.close()
  }
}

work(workerData as Task)
