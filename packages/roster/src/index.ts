export { columnNames, type ColumnName } from './columns/fields.ts'
export { bareNumber } from './line/known-people.ts'
export { mostAbove } from './line/lines.ts'
export { readMapping, type RosterMapping } from './mapping.ts'
export {
  attributeFault,
  isAttributeCode,
  knownAttributes,
  type AttributeKind,
  type OwnAttribute,
} from './person/own-attribute.ts'
export type { ProblemKind, RosterProblem, UnreadableRoster } from './problem.ts'
export { readRoster } from './read-roster.ts'
export type { Roster, RosterLine, RosterPerson } from './roster.ts'
export { sayProblem, sayRead, sayWrong } from './say.ts'
export { sayPlan } from './sync/say-plan.ts'
export type { SyncOptions } from './sync/options.ts'
export { syncRoster } from './sync/sync-roster.ts'
export type { Change, PairTouched, Refused, SyncPlan } from './sync/plan.ts'
export { inMapping, type Setting, type SettingWords } from './setting.ts'
export { csvSheet } from './sheet/csv-sheet.ts'
export { jsonOf } from './sheet/json-of.ts'
export { recordSheet } from './sheet/record-sheet.ts'
export { scimSheet } from './sheet/scim-sheet.ts'
export type { Sheet, SheetRow } from './sheet/sheet.ts'
export { clean } from './text/clean.ts'
export type { ColumnRead, WhatWasRead } from './what-was-read.ts'
export { languageOf } from './words/language.ts'
export { topicCode } from './words/topic-code.ts'
