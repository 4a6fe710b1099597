import grpc from '@grpc/grpc-js'
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from './types.ts'
import { Any, Empty, shared, status, streams } from './messages.ts'
import { identifier } from './encode.ts'
import type { Faults } from './faults.ts'
import type { Expected, Log, Outcome, Proposed } from './log.ts'

const text = new TextDecoder()

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage

const uuidOf = (message: Message): string => {
  const id = message.getId()
  const structured = id?.getStructured()
  if (structured === undefined) return id?.getString() ?? ''
  const high = BigInt.asUintN(64, BigInt(structured.getMostSignificantBits()))
  const low = BigInt.asUintN(64, BigInt(structured.getLeastSignificantBits()))
  const hex = ((high << 64n) | low).toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const proposed = (message: Message): Proposed => ({
  id: uuidOf(message),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})

const streamIn = (options: {
  getStreamIdentifier: () => { getStreamName_asU8: () => Uint8Array } | undefined
}): string => text.decode(options.getStreamIdentifier()?.getStreamName_asU8())

interface States {
  readonly hasNoStream: () => boolean
  readonly hasStreamExists: () => boolean
  readonly hasAny: () => boolean
}

const expectedIn = (options: States, revision: string | undefined): Expected => {
  if (options.hasNoStream()) return 'no_stream'
  if (options.hasStreamExists()) return 'stream_exists'
  return options.hasAny() || revision === undefined ? 'any' : Number(revision)
}

/** Whether an append that was written is answered, and how the connection fares. */
const fate = (faults: Faults): 'answered' | 'swallowed' | 'cut' => {
  if (faults.swallowed > 0) {
    faults.swallowed -= 1
    return 'swallowed'
  }
  if (faults.cut === 0) return 'answered'
  faults.cut -= 1
  return 'cut'
}

/** The append of one call, which is used with credentials. */
export const appending =
  (log: Log, faults: Faults): grpc.handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, answer) => {
    const messages: Array<Proposed> = []
    let options: AppendReq.Options | undefined
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions()
      const message = request.getProposedMessage()
      if (message !== undefined) messages.push(proposed(message))
    })
    call.on('end', () => {
      if (options === undefined) return
      const expected = expectedIn(
        options,
        options.hasRevision() ? options.getRevision() : undefined,
      )
      const outcome = log.append(streamIn(options), expected, messages)
      const how = fate(faults)
      if (how === 'swallowed') return
      if (how === 'cut') {
        answer({ code: grpc.status.UNAVAILABLE, details: 'the connection was cut' })
        return
      }
      if (outcome.is === 'too large') {
        answer({
          code: grpc.status.INVALID_ARGUMENT,
          details: 'Maximum Append Size Exceeded',
          metadata: tooLarge(outcome.most),
        })
        return
      }
      answer(null, appendAnswer(outcome))
    })
  }

const tooLarge = (most: number): grpc.Metadata => {
  const trailers = new grpc.Metadata()
  trailers.set('exception', 'maximum-append-size-exceeded')
  trailers.set('maximum-append-size', String(most))
  return trailers
}

const appendAnswer = (outcome: Exclude<Outcome, { is: 'too large' }>): AppendResp => {
  const answer = new streams.AppendResp()
  if (outcome.is === 'wrong') {
    const wrong = new streams.AppendResp.WrongExpectedVersion()
    if (outcome.current === undefined) wrong.setCurrentNoStream(new shared.Empty())
    else wrong.setCurrentRevision(String(outcome.current))
    answer.setWrongExpectedVersion(wrong)
    return answer
  }
  const position = new streams.AppendResp.Position()
  position.setCommitPosition(String(outcome.position))
  position.setPreparePosition(String(outcome.position))
  const success = new streams.AppendResp.Success()
  success.setCurrentRevision(String(outcome.revision))
  success.setPosition(position)
  answer.setSuccess(success)
  return answer
}

const batchAnswer = (outcome: Outcome): BatchAppendResp => {
  const answer = new streams.BatchAppendResp()
  if (outcome.is === 'success') {
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(String(outcome.position))
    position.setPreparePosition(String(outcome.position))
    const success = new streams.BatchAppendResp.Success()
    success.setCurrentRevision(String(outcome.revision))
    success.setPosition(position)
    return answer.setSuccess(success)
  }
  const error = new status.Status()
  const details = new Any()
  if (outcome.is === 'wrong') {
    const wrong = new shared.WrongExpectedVersion()
    if (outcome.current === undefined) wrong.setCurrentNoStream(new Empty())
    else wrong.setCurrentStreamRevision(String(outcome.current))
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion')
  } else {
    const much = new shared.MaximumAppendSizeExceeded()
    much.setMaxappendsize(outcome.most)
    details.pack(much.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded')
  }
  error.setDetails(details)
  return answer.setError(error)
}

interface Batch {
  readonly options: BatchAppendReq.Options
  readonly messages: Array<Proposed>
}

/** The appends of one client in one call, which is used without credentials. */
export const batchAppending =
  (log: Log, faults: Faults): grpc.handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const open = new Map<string, Batch>()
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()
      const key = Buffer.from(id?.serializeBinary() ?? []).toString('hex')
      const options = request.getOptions()
      if (options !== undefined) open.set(key, { options, messages: [] })
      const batch = open.get(key)
      batch?.messages.push(...request.getProposedMessagesList().map(proposed))
      if (batch === undefined || !request.getIsFinal()) return
      open.delete(key)
      const { options: asked, messages } = batch
      const revision = asked.hasStreamPosition() ? asked.getStreamPosition() : undefined
      const stream = streamIn(asked)
      const outcome = log.append(stream, expectedIn(asked, revision), messages)
      const how = fate(faults)
      if (how === 'swallowed') return
      if (how === 'cut') {
        call.destroy(
          Object.assign(new Error('the connection was cut'), { code: grpc.status.UNAVAILABLE }),
        )
        return
      }
      const answer = batchAnswer(outcome)
      answer.setCorrelationId(id)
      answer.setStreamIdentifier(identifier(stream))
      call.write(answer)
    })
    call.on('end', () => call.end())
  }
