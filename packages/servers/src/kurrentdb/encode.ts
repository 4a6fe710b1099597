import { shared, streams } from './messages.ts'
import type { Recorded } from './log.ts'

const name = new TextEncoder()

export const identifier = (stream: string) => {
  const one = new shared.StreamIdentifier()
  one.setStreamName(name.encode(stream))
  return one
}

/** Both forms of an id are asked for: text by the client, two numbers by its native part. */
const uuid = (id: string, isText: boolean) => {
  const one = new shared.UUID()
  if (isText) return one.setString(id)
  const bits = BigInt(`0x${id.replaceAll('-', '')}`)
  const half = new shared.UUID.Structured()
  half.setMostSignificantBits(String(BigInt.asIntN(64, bits >> 64n)))
  half.setLeastSignificantBits(String(BigInt.asIntN(64, bits)))
  return one.setStructured(half)
}

/** Ticks of 100 nanoseconds. */
const ticks = (millis: number): string => `${String(millis)}0000`

export const eventOf = (recorded: Recorded, isText: boolean) => {
  const { id, stream, revision, position, type, contentType, data, metadata, created } = recorded
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
  event.setId(uuid(id, isText))
  event.setStreamIdentifier(identifier(stream))
  event.setStreamRevision(String(revision))
  event.setPreparePosition(String(position))
  event.setCommitPosition(String(position))
  event.getMetadataMap().set('type', type)
  event.getMetadataMap().set('content-type', contentType)
  event.getMetadataMap().set('created', ticks(created))
  event.setData(data)
  event.setCustomMetadata(metadata)
  const read = new streams.ReadResp.ReadEvent()
  read.setEvent(event)
  read.setCommitPosition(String(position))
  const answer = new streams.ReadResp()
  answer.setEvent(read)
  return answer
}
