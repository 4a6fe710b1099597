import grpc from '@grpc/grpc-js'
import { appending, batchAppending } from './append.ts'
import { type Faults, noFaults } from './faults.ts'
import { type Log, newLog } from './log.ts'
import { ServerFeaturesService, StreamsService, features, streams } from './messages.ts'
import { reading } from './read.ts'
import type { DeleteReq, DeleteResp } from './types.ts'

/** A node of KurrentDB as far as the protocol goes, in this process. */
export interface TestServer {
  readonly log: Log
  readonly faults: Faults
  readonly connectionString: string
  /** How often it was read from. */
  readonly reads: () => number
  /** Subscriptions that it serves now. */
  readonly subscriptions: () => number
  /** Ends at once, whatever is under way, as a kill would; what was written stays in its log. */
  readonly kill: () => void
  /** Comes back on the same port, with the same log. */
  readonly restart: () => Promise<void>
}

const text = new TextDecoder()

/** Without batches a client appends as it does with credentials: in a call of its own for each append. */
export interface ServerOptions {
  readonly log?: Log
  readonly hasBatches?: boolean
}

const supported = (hasBatches: boolean) => {
  const names = ['read', 'append', 'delete', ...(hasBatches ? ['batchappend'] : [])]
  const methods = names.map((name) => {
    const method = new features.SupportedMethod()
    method.setMethodName(name)
    method.setServiceName('event_store.client.streams.streams')
    return method
  })
  const all = new features.SupportedMethods()
  all.setEventStoreServerVersion('24.6.0')
  all.setMethodsList(methods)
  return all
}

const deleting =
  (log: Log): grpc.handleUnaryCall<DeleteReq, DeleteResp> =>
  ({ request }, answer) => {
    const name = request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8()
    log.softDelete(text.decode(name))
    const position = new streams.DeleteResp.Position()
    position.setCommitPosition('0')
    position.setPreparePosition('0')
    answer(null, new streams.DeleteResp().setPosition(position))
  }

export const startServer = async ({
  log = newLog(),
  hasBatches = true,
}: ServerOptions = {}): Promise<TestServer> => {
  const faults = noFaults()
  const live = new Set<never>()
  let [port, reads] = [0, 0]
  let server: grpc.Server
  const listen = async (): Promise<void> => {
    server = new grpc.Server({ 'grpc.max_receive_message_length': 16 * 1024 * 1024 })
    server.addService(StreamsService, {
      read: reading(log, faults, live, () => (reads += 1)),
      append: appending(log, faults),
      batchAppend: batchAppending(log, faults),
      delete: deleting(log),
      tombstone: deleting(log),
    })
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: grpc.sendUnaryData<unknown>) =>
        answer(null, supported(hasBatches)),
    })
    port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(
        `127.0.0.1:${String(port)}`,
        grpc.ServerCredentials.createInsecure(),
        (error, bound) => (error === null ? resolve(bound) : reject(error)),
      )
    })
  }
  await listen()
  return {
    ...{ log, faults },
    // The native part of the client waits so many milliseconds before its first read.
    connectionString: `kurrentdb://127.0.0.1:${String(port)}?tls=false&discoveryInterval=1`,
    reads: () => reads,
    subscriptions: () => live.size,
    kill: () => {
      server.forceShutdown()
      live.clear()
    },
    restart: listen,
  }
}
