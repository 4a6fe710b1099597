/** A node of KurrentDB as far as its protocol goes. */
export { startServer, type ServerOptions, type TestServer } from './kurrentdb/server.ts'
