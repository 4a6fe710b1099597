import Database from 'better-sqlite3'

/** Is killed in the middle of the first change of a file, whose old pages then lie in a journal beside it. */
const database = new Database(process.argv[2])
database.pragma('journal_mode = DELETE')
database.pragma('cache_size = 1')
database.exec('BEGIN; CREATE TABLE half (a); INSERT INTO half VALUES (zeroblob(200000))')
process.kill(process.pid, 'SIGKILL')
