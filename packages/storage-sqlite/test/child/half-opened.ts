import Database from 'better-sqlite3'

/** Is killed in the middle of a change of a file, whose old pages then lie in a journal beside it. */
const [, , file = '', sql = 'CREATE TABLE half (a); INSERT INTO half VALUES (zeroblob(200000))'] =
  process.argv
const database = new Database(file)
database.pragma('journal_mode = DELETE')
database.pragma('cache_size = 1')
database.exec(`BEGIN; ${sql}`)
process.kill(process.pid, 'SIGKILL')
