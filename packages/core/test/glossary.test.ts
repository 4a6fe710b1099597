import { Command, Event } from '@reverse-mentoring/core'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusals } from './cohort/refusals.ts'

const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')

/** The first cells of the table under a heading. */
const entries = (heading: string): ReadonlyArray<string> => {
  const [, section = ''] = glossary.split(`## ${heading}\n`)
  const [table = ''] = section.split('\n## ')
  return [...table.matchAll(/^\| `(\w+)` +\| \S/gm)].map(([, word = '']) => word)
}

test.each([
  ['Events', Object.keys(Event.events)],
  ['Commands', Object.keys(Command.commands)],
  ['Refusals', [...new Set(refusals.map(({ _tag }) => _tag))]],
])('%s have each their line in the glossary, and nothing else has', (heading, words) => {
  expect([...entries(heading)].sort()).toEqual([...words].sort())
})

test('Whatever words the glossary rules out, no event, command or refusal uses them', () => {
  const ruledOut =
    /program(?!me)|cycle|wave|user|member|registration|relationship|confirmed|engagement|error/i
  const words = [
    ...Object.keys(Event.events),
    ...Object.keys(Command.commands),
    ...refusals.map(({ _tag }) => _tag),
  ]
  expect(words.filter((word) => ruledOut.test(word))).toEqual([])
})
