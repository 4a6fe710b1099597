import { describe, expect, it } from 'vitest'
import { nothingCounted } from '../src/audit/counts.ts'
import { helpText, readOptions } from '../src/command-line.ts'
import { areKept, tellStore } from '../src/table.ts'
import type { Outcome } from '../src/told.ts'

describe('The command line', () => {
  it('asks for everything unless told', () => {
    const asked = readOptions(['--seed', '7'])
    expect(asked).toMatchObject({ kills: 300, times: 10, seed: 7 })
    expect(asked).toMatchObject({ stores: ['sqlite', 'postgres', 'kurrentdb'] })
    expect(readOptions(['--help'])).toBe(helpText)
  })

  it.each([
    [['--store', 'oracle'], 'There is no store “oracle”: write sqlite, postgres, kurrentdb.'],
    [['--fault', 'fire'], 'There is no fault “fire”: write one of crash, freeze'],
    [['--kills', '0'], '--kills 0: write a whole number from 1 to 100000.'],
    [['--times', 'often'], '--times often: write a whole number'],
    [['--kils', '3'], "Unknown option '--kils'"],
  ])('%j is answered in a sentence', (argv, said) => {
    expect(readOptions(argv)).toContain(said)
  })
})

describe('The table', () => {
  const counted = (counts: Partial<typeof nothingCounted>): Outcome => ({
    is: 'counted',
    counts: { ...nothingCounted, injected: 3, acknowledged: 9, ...counts },
  })
  const areAllKept = (...outcomes: ReadonlyArray<Outcome>): boolean =>
    areKept([{ store: 'SQLite', rows: outcomes.map((outcome) => ({ fault: 'kill', outcome })) }])
  const leftOut: Outcome = { is: 'left out', because: 'needs root' }

  it('is good where nothing is lost, doubled or wrong, and all damage is named', () => {
    expect(areAllKept(counted({}), counted({ damaged: 2, named: 2 }), leftOut)).toBe(true)
  })

  it.each([
    ...[{ lost: 1 }, { doubled: 1 }, { gaps: 1 }, { wrongRows: 1 }, { damaged: 2, named: 1 }],
    ...[{ injected: 0 }, { acknowledged: 0 }],
  ])('is bad with %j', (counts) => {
    expect(areAllKept(counted({}), counted(counts))).toBe(false)
  })

  it('is bad where something broke off, or nothing was brought about at all', () => {
    expect(areAllKept(counted({}), { is: 'broken off', because: 'it threw' })).toBe(false)
    expect(areAllKept(leftOut)).toBe(false)
  })

  it('tells each fault, why one is left out, and what is worth telling once', () => {
    const notes = ['refused: Enrol Unreadable (2)', 'refused: Enrol Unreadable (3)']
    const rows = [
      { fault: 'kill', outcome: counted({ lost: 4, notes }) },
      { fault: 'full-disk', outcome: leftOut },
    ]
    const text = tellStore({ store: 'SQLite', rows }).join('\n')
    expect(text).toMatch(/kill +BAD +3 +9 +4 /)
    expect(text).toMatch(/full-disk +left out +needs root/)
    expect(text).toContain('kill: refused: Enrol Unreadable (5)')
  })
})
