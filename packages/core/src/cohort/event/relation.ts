import type * as t from 'io-ts'
import { fields, list, type Plain } from '../../values/fields.ts'
import { ParticipantId } from '../../values/id.ts'
import { event } from './stamp.ts'

export const conflictFields = { against: ParticipantId }

/** Somebody says that they and another person are not to be paired. Nobody else learns of it (INV36). */
export const ConflictDeclared = event('ConflictDeclared', conflictFields, {})
export type ConflictDeclared = Plain<t.TypeOf<typeof ConflictDeclared>>

/** A declared conflict no longer stands. */
export const ConflictLifted = event('ConflictLifted', conflictFields, {})
export type ConflictLifted = Plain<t.TypeOf<typeof ConflictLifted>>

/** The managers above one person, nearest first. */
export const Line = fields({ participant: ParticipantId, chain: list(ParticipantId) }, {}, 'Line')
export type Line = Plain<t.TypeOf<typeof Line>>

export const linesFields = { lines: list(Line) }

/** The chains that changed. */
export const LinesRecorded = event('LinesRecorded', linesFields, {})
export type LinesRecorded = Plain<t.TypeOf<typeof LinesRecorded>>

/** Two people who are not to be paired, in the order of their ids. */
export const BarredPair = fields({ first: ParticipantId, second: ParticipantId }, {}, 'BarredPair')
export type BarredPair = Plain<t.TypeOf<typeof BarredPair>>

export const barringFields = { pairs: list(BarredPair) }

/** Pairs carried over from an earlier cohort: without a cause, and shown to nobody. */
export const PairsBarred = event('PairsBarred', barringFields, {})
export type PairsBarred = Plain<t.TypeOf<typeof PairsBarred>>
