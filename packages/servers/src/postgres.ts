/** A PostgreSQL of one's own, and what may stand before it. */
export { startPooler, type Pooler } from './postgres/pooler.ts'
export { startProxy, type Proxy } from './postgres/proxy.ts'
export { startServer, type Server, type ServerOptions } from './postgres/start.ts'
