import type * as t from 'io-ts'
import { fields } from '../../values/fields.ts'
import { list } from '../../values/list.ts'
import type { Plain } from '../../values/plain.ts'
import { ParticipantId } from '../../values/id.ts'
import { eventCodec } from './event-codec.ts'

export const conflictFields = { against: ParticipantId }

/** Somebody says that they and another person are not to be paired. Nobody else learns of it (INV36). */
export const ConflictDeclared = eventCodec('ConflictDeclared', conflictFields, {})
export interface ConflictDeclared extends Plain<t.TypeOf<typeof ConflictDeclared>> {}

/** A declared conflict no longer stands. */
export const ConflictLifted = eventCodec('ConflictLifted', conflictFields, {})
export interface ConflictLifted extends Plain<t.TypeOf<typeof ConflictLifted>> {}

const line = fields(
  { participant: ParticipantId, chain: list(ParticipantId) },
  { direct: list(ParticipantId) },
  'Line',
)

/** The managers above one person, nearest first, and all direct ones where there are several. */
export interface Line extends Plain<t.TypeOf<typeof line>> {}
export const Line: t.Type<Line> = line

export const linesFields = { lines: list(Line) }

/** The chains that changed. */
export const LinesRecorded = eventCodec('LinesRecorded', linesFields, {})
export interface LinesRecorded extends Plain<t.TypeOf<typeof LinesRecorded>> {}

const barredPair = fields({ first: ParticipantId, second: ParticipantId }, {}, 'BarredPair')

/** Two people who are not to be paired, in the order of their ids. */
export interface BarredPair extends Plain<t.TypeOf<typeof barredPair>> {}
export const BarredPair: t.Type<BarredPair> = barredPair

export const barringFields = { pairs: list(BarredPair) }

/** Pairs carried over from an earlier cohort: without a cause, and shown to nobody. */
export const PairsBarred = eventCodec('PairsBarred', barringFields, {})
export interface PairsBarred extends Plain<t.TypeOf<typeof PairsBarred>> {}
