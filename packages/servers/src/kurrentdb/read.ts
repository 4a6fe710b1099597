import grpc from '@grpc/grpc-js'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReadReq, ReadResp } from './types.ts'
import { eventOf, identifier } from './encode.ts'
import type { Faults } from './faults.ts'
import type { Log, Recorded } from './log.ts'
import { streams } from './messages.ts'

type Call = grpc.ServerWritableStream<ReadReq, ReadResp>
type Filter = (recorded: Recorded) => boolean

const text = new TextDecoder()
const { BACKWARDS } = streams.ReadReq.Options.ReadDirection

const filterOf = (options: ReadReq.Options): Filter => {
  const filter = options.getFilter()
  const [onStream, onType] = [filter?.getStreamIdentifier(), filter?.getEventType()]
  const expression = onStream ?? onType
  if (expression === undefined) return () => true
  const [prefixes, regex] = [expression.getPrefixList(), expression.getRegex()]
  return ({ stream, type }) => {
    const value = onStream === undefined ? type : stream
    return prefixes.length > 0
      ? prefixes.some((prefix) => value.startsWith(prefix))
      : new RegExp(regex).test(value)
  }
}

/** From a place, inclusive forwards and exclusive backwards. */
const ofAll = (log: Log, options: ReadReq.Options, isBack: boolean): ReadonlyArray<Recorded> => {
  const all = options.getAll()
  const from = all?.getPosition()
  const place = from === undefined ? undefined : Number(from.getCommitPosition())
  if (isBack) {
    const before = place === undefined ? log.all : log.all.filter((one) => one.position < place)
    return [...before].reverse()
  }
  if (all?.hasEnd() === true) return []
  return place === undefined ? log.all : log.all.filter((one) => one.position >= place)
}

const ofStream = (
  log: Log,
  options: ReadReq.Options,
  isBack: boolean,
): ReadonlyArray<Recorded> | undefined => {
  const asked = options.getStream()
  const standing = log.ofStream(text.decode(asked?.getStreamIdentifier()?.getStreamName_asU8()))
  if (standing === undefined) return undefined
  const from = asked?.hasRevision() === true ? Number(asked.getRevision()) : undefined
  if (isBack)
    return [...standing].reverse().filter(({ revision }) => revision <= (from ?? Infinity))
  if (asked?.hasEnd() === true) return []
  return standing.filter(({ revision }) => revision >= (from ?? 0))
}

const notFound = (options: ReadReq.Options): ReadResp => {
  const none = new streams.ReadResp.StreamNotFound()
  const name = options.getStream()?.getStreamIdentifier()?.getStreamName_asU8()
  none.setStreamIdentifier(identifier(text.decode(name)))
  return new streams.ReadResp().setStreamNotFound(none)
}

const confirmation = (): ReadResp => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation()
  confirmed.setSubscriptionId(crypto.randomUUID())
  return new streams.ReadResp().setConfirmation(confirmed)
}

/** A subscription to all, which is told of what comes after its place. */
const subscribe = (log: Log, call: Call, options: ReadReq.Options, live: Set<Call>): void => {
  const matches = filterOf(options)
  const isText = options.getUuidOption()?.hasString() === true
  const from = options.getAll()?.getPosition()
  const isFromEnd = options.getAll()?.hasEnd() === true
  let last = isFromEnd
    ? (log.all.at(-1)?.position ?? 0)
    : from === undefined
      ? 0
      : Number(from.getCommitPosition())
  const send = (): void => {
    for (const recorded of log.all) {
      if (recorded.position <= last) continue
      last = recorded.position
      if (matches(recorded)) call.write(eventOf(recorded, isText))
    }
  }
  live.add(call)
  call.write(confirmation())
  send()
  call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()))
  const stop = log.onAppend(send)
  call.on('cancelled', () => {
    stop()
    live.delete(call)
  })
}

/** Reads of a stream and of all, and subscriptions; `live` holds these as long as their calls last. */
export const reading =
  (
    log: Log,
    faults: Faults,
    live: Set<Call>,
    onRead: () => void,
  ): grpc.handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const options = call.request.getOptions()
    if (options === undefined) return
    if (options.hasSubscription()) {
      subscribe(log, call, options, live)
      return
    }
    onRead()
    if (faults.silent) return
    const isBack = options.getReadDirection() === BACKWARDS
    const isText = options.getUuidOption()?.hasString() === true
    const found = options.hasAll() ? ofAll(log, options, isBack) : ofStream(log, options, isBack)
    const most = Number(options.getCount())
    if (!(most > 0)) {
      call.destroy(Object.assign(new Error('maxCount is 0'), { code: grpc.status.UNAVAILABLE }))
      return
    }
    const send = async (): Promise<void> => {
      if (found === undefined) call.write(notFound(options))
      const matching = (found ?? []).filter(filterOf(options)).slice(0, most)
      for (const [i, recorded] of matching.entries()) {
        if (faults.slow > 0) await wait(faults.slow)
        if (i === faults.cutReads) {
          call.destroy(Object.assign(new Error('cut'), { code: grpc.status.UNAVAILABLE }))
          return
        }
        call.write(eventOf(recorded, isText))
      }
      call.end()
    }
    void send()
  }
