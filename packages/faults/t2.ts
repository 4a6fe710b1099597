import { spawnSync } from 'node:child_process'
const env = { ...process.env, NODE_COMPILE_CACHE: '/tmp/node-compile-cache' }
for (const code of ['0', "await import('./src/writer/write.ts')","await import('@reverse-mentoring/core')", "await import('@reverse-mentoring/runtime')", "await import('@reverse-mentoring/runtime');await import('@reverse-mentoring/storage-sqlite')", "await import('@reverse-mentoring/testing')","await import('@reverse-mentoring/storage-kurrentdb');await import('@kurrent/kurrentdb-client')","await import('@reverse-mentoring/storage-postgres')"]) {
  for (let i=0;i<3;i++){ const t=performance.now(); const r=spawnSync(process.execPath,['--input-type=module','-e',code],{env,cwd:'/tmp/w1/packages/faults'}); const u=performance.now()-t; console.log(Math.round(u),code, r.stderr.toString().slice(0,200)) }
}
