import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { mappingOf, onCommandLine, withRoster, type RosterOptions } from '../src/roster-options.ts'

const parsed = (...argv: ReadonlyArray<string>): RosterOptions =>
  withRoster(new Command()).exitOverride().parse(argv, { from: 'user' }).opts()

describe('options of a roster', () => {
  it('that are given more than once add up', () => {
    const options = parsed(
      ...['--top', '100', '--top', '101,102', '--ignore', 'A', '--ignore', 'B'],
      ...['--column', 'manager=Boss', '--column', 'manager=Lead', '--column', 'id=No'],
    )
    expect(mappingOf(options, {})).toEqual({
      top: ['100', '101', '102'],
      ignore: ['A', 'B'],
      columns: { manager: ['Boss', 'Lead'], id: 'No' },
    })
  })

  it('go over a mapping that was kept', () => {
    const kept = { mentorIs: 'junior', columns: { id: 'Nr', grade: 'Level' } } as const
    expect(mappingOf(parsed('--column', 'id=No'), kept)).toEqual({
      mentorIs: 'junior',
      columns: { id: 'No', grade: 'Level' },
    })
  })

  it('are advised so that a shell reads nothing into them', () => {
    expect(onCommandLine('top', '100')).toBe('--top 100')
    expect(onCommandLine('mentorIs', 'junior')).toBe('--mentor-is junior')
    expect(onCommandLine('columns', "$(rm) Boss's", 'manager')).toBe(
      "--column 'manager=$(rm) Boss'\\''s'",
    )
  })
})
