import {
  csvSheet,
  jsonOf,
  readMapping,
  readRoster,
  recordSheet,
  scimSheet,
  type Roster,
  type RosterMapping,
  type Sheet,
  type UnreadableRoster,
} from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'
import { readFile } from 'node:fs/promises'
import type { Attributes } from './attributes.ts'
import { mappingOf, onCommandLine, type RosterOptions } from './roster-options.ts'
import { wrapped } from './wording.ts'
import { writeWhole } from './write-whole.ts'

const isScim = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  ('Resources' in json ||
    (Array.isArray(json) &&
      json.some((one) => typeof one === 'object' && one !== null && 'schemas' in one)))

const sheetOf = (
  bytes: Uint8Array,
  file: string,
  { columns = {} }: RosterMapping,
): E.Either<UnreadableRoster, Sheet> => {
  if (!/\.json$/i.test(file)) return csvSheet(bytes, Object.values(columns).flat())
  const json = jsonOf(bytes)
  if (E.isLeft(json)) return json
  return isScim(json.right) ? scimSheet(json.right) : recordSheet(json.right)
}

const bytesOf = (file: string): Promise<Uint8Array | undefined> =>
  readFile(file).catch(() => undefined)

const keptMapping = async (file: string | undefined): Promise<E.Either<string, RosterMapping>> => {
  if (file === undefined) return E.right({})
  const bytes = await bytesOf(file)
  if (bytes === undefined) return E.left(`There is no file ${file} that can be read.`)
  return E.mapLeft(({ problem, mend }: UnreadableRoster) =>
    wrapped(`${file}: ${problem}. To mend it, ${mend}.`),
  )(E.flatMap(readMapping)(jsonOf(bytes)))
}

const keepMapping = async (
  file: string | undefined,
  mapping: RosterMapping,
): Promise<E.Either<string, void>> =>
  file === undefined
    ? E.right(undefined)
    : writeWhole(file, `${JSON.stringify(mapping, undefined, 2)}\n`)

/**
 * Reads a roster file, CSV or JSON (records, or users of SCIM), as the options say, and keeps how, where that was asked
 * for; a sentence where it cannot be read.
 */
export const readSource = async (
  file: string,
  options: RosterOptions,
  attributes: Attributes,
): Promise<E.Either<string, Roster>> => {
  const kept = await keptMapping(options.mapping)
  if (E.isLeft(kept)) return kept
  const { columns, identity } = attributes
  const mapping: RosterMapping = {
    ...mappingOf(options, kept.right),
    ...(columns.length > 0 && { attributes: columns }),
    ...(identity.length > 0 && { identity }),
  }
  const bytes = await bytesOf(file)
  if (bytes === undefined) return E.left(`There is no file ${file} that can be read.`)
  const sheet = sheetOf(bytes, file, mapping)
  const roster = E.isLeft(sheet) ? sheet : readRoster(sheet.right, mapping, onCommandLine)
  if (E.isLeft(roster))
    return E.left(wrapped(`${file}: ${roster.left.problem}. To mend it, ${roster.left.mend}.`))
  const written = await keepMapping(options.keepMapping, mapping)
  return E.isLeft(written) ? written : roster
}
