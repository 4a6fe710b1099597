import { largeCohort } from '../history/large-cohort.ts'
import { newRecord } from './records.ts'
import { streamLength } from './handling.ts'

/** An event as other libraries know it. */
export interface PeerEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata: Readonly<Record<string, unknown>>
}

/** The same content as that of a new record. */
export const newPeerEvent = (): PeerEvent => {
  const { id, type, schema, data, meta } = newRecord()
  return { type, data, metadata: { ...meta, id, schema } }
}

/** The events of a stream on which a command is handled. */
export const peerHistory = (): ReadonlyArray<PeerEvent> =>
  largeCohort(streamLength).map(({ type, ...data }) => ({ type, data, metadata: {} }))
