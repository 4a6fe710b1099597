import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const here = resolve(import.meta.dirname, 'hovered.ts')

/** What somebody has typed into an editor. */
const typed = `
import { Cohort, Command, Event, Values } from '@reverse-mentoring/core'

declare const state: Cohort.Cohort
declare const order: Command.HoldSession
declare const open: Command.OpenCohort
declare const enrol: Command.Enrol
declare const consent: Event.ConsentGiven
declare const matched: Event.Matched
declare const ran: Event.MatchingRan

const pairings = order.sessions.map((one) => one.pairing)
const byMentor = order.byMentor
const began = order.began
const by = order.by
const rules = open.rules
const zone = open.zone
const lists = open.codes
const seniority = enrol.seniority
const chain = enrol.chain
const unmatched = ran.unmatched
const version = ran.policyVersion
const digest = ran.digest
const asked = consent
const found = Cohort.pairing(state, matched.pairing)
const everybody = Cohort.people(state)
const read = Command.fromJson(0)

type Given = Event.ConsentGiven
type Asked = Command.GiveConsent
type Enrolled = Event.Enrolled

const someValue = Event./*values*/events
type SomeType = Event./*types*/Enrolled
const someCommand = Command./*commands*/commands
type SomeCommand = Command./*orders*/Enrol
`

const base = resolve(import.meta.dirname, '../../../tsconfig.base.json')
const { options } = ts.convertCompilerOptionsFromJson(
  (ts.readConfigFile(base, (file) => ts.sys.readFile(file)).config as { compilerOptions: object })
    .compilerOptions,
  resolve(import.meta.dirname, '..'),
)

const textOf = (file: string): string | undefined => {
  if (file === here) return typed
  return ts.sys.fileExists(file) ? readFileSync(file, 'utf8') : undefined
}

const editor = ts.createLanguageService({
  getScriptFileNames: () => [here],
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const text = textOf(file)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => import.meta.dirname,
  getCompilationSettings: () => ({ ...options, composite: false, noUnusedLocals: false }),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => file === here || ts.sys.fileExists(file),
  readFile: textOf,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  ...(ts.sys.realpath !== undefined && { realpath: ts.sys.realpath }),
})

const hover = (name: string, keyword = 'const') => {
  const info = editor.getQuickInfoAtPosition(
    here,
    typed.indexOf(`${keyword} ${name} =`) + keyword.length + 1,
  )
  return ts.displayPartsToString(info?.displayParts)
}

/** The hover of the last name of a line that begins so. */
const hoverAtEnd = (line: string) => {
  const start = typed.indexOf(line)
  const info = editor.getQuickInfoAtPosition(here, start + line.length - 1)
  return {
    shown: ts.displayPartsToString(info?.displayParts),
    told: ts.displayPartsToString(info?.documentation),
  }
}

const offered = (marker: string): ReadonlyArray<string> => {
  const at = typed.indexOf(`/*${marker}*/`) + marker.length + 4
  const found = editor.getCompletionsAtPosition(here, at, undefined)
  return found?.entries.map(({ name }) => name) ?? []
}

describe('An editor', () => {
  test('finds nothing wrong with what was typed', () => {
    const told = editor
      .getSemanticDiagnostics(here)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(told.filter((text) => !text.includes('is not listed within the file list'))).toEqual([])
  })

  test.each([
    ['pairings', 'const pairings: Values.PairingId[]'],
    ['byMentor', 'const byMentor: readonly Values.Code[]'],
    ['began', 'const began: Values.Instant'],
    ['by', 'const by: Values.Actor'],
    ['rules', 'const rules: Event.Rules'],
    ['zone', 'const zone: Values.Zone'],
    ['lists', 'const lists: Event.CodeLists'],
    ['seniority', 'const seniority: number | undefined'],
    ['chain', 'const chain: readonly Values.ParticipantId[] | undefined'],
    ['unmatched', 'const unmatched: readonly Event.Unmatched[]'],
    ['version', 'const version: Values.Version'],
    ['digest', 'const digest: Values.Digest'],
    ['asked', 'const asked: Event.ConsentGiven'],
    ['found', 'const found: Cohort.Pairing | undefined'],
    ['everybody', 'const everybody: readonly Cohort.Person[]'],
    ['read', 'const read: Either<Malformed, Command.Command>'],
  ])('shows %s by the name of what it is', (name, shown) => {
    expect(hover(name)).toBe(shown)
  })

  test('shows a command and an event by their names, with what they mean', () => {
    expect(hoverAtEnd('declare const enrol: Command.Enrol')).toEqual({
      shown: '(alias) interface Enrol\nexport Enrol',
      told: expect.stringContaining('Lets a participant join in one role.') as string,
    })
    expect(hoverAtEnd('type Enrolled = Event.Enrolled')).toEqual({
      shown: '(alias) interface Enrolled\nexport Enrolled',
      told: expect.stringContaining('A participant joins the cohort in one role.') as string,
    })
    expect(hoverAtEnd('type Given = Event.ConsentGiven').shown).toContain(
      'PairingConsentGiven | Event.PurposeConsentGiven',
    )
    expect(hoverAtEnd('type Asked = Command.GiveConsent').shown).toContain(
      'GivePairingConsent | Command.GivePurposeConsent',
    )
  })

  test('offers events and commands, and not what they are built of', () => {
    expect([...offered('values')].sort()).toEqual([
      'CodeLists',
      'Gates',
      'MatchingRule',
      'Rules',
      'events',
      'outlivesClose',
    ])
    expect(offered('types')).toContain('Enrolled')
    expect(offered('commands')).toContain('fromJson')
    expect(offered('orders')).toContain('Enrol')
    const all = ['values', 'types', 'commands', 'orders'].flatMap(offered)
    expect(all.filter((name) => /(Fields|Options?|Brand)$/.test(name))).toEqual([])
  })
})
