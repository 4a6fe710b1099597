import { seeded } from '@reverse-mentoring/testing'
import { newScope } from './src/scope.ts'
import { sqliteStore } from './src/store/sqlite.ts'
import { postgresStore } from './src/store/postgres.ts'
import { kurrentStore } from './src/store/kurrentdb.ts'
import { faults } from './src/faults.ts'
const [which='sqlite', name='kill', kills='30', times='2'] = process.argv.slice(2)
const scope = newScope()
const store = await ({sqlite: sqliteStore, postgres: postgresStore, kurrentdb: kurrentStore} as any)[which](scope)
const t = performance.now()
try {
const f = faults.find(f=>f.name===name)!
console.log(await f.run({store, chance: seeded(1), scope, kills: Number(kills), times: Number(times), onProgress: (d,o)=>{ if (d%10===0) console.error(d,o)}}))
} finally { await scope.close() }
console.log((performance.now()-t)/1000)
process.exit(0)
