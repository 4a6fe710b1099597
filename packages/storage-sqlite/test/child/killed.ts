import Database from 'better-sqlite3'

/** Another program, which is killed and leaves its file with a journal beside it. */
const database = new Database(process.argv[2])
database.pragma('journal_mode = WAL')
database.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)')
process.kill(process.pid, 'SIGKILL')
