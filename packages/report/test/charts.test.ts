import { Scene } from '@reverse-mentoring/testing'
import { describe, expect, test } from 'vitest'
import { drawn } from '../src/page/chart/drawn.ts'
import { shownLevels } from '../src/page/levels.ts'
import { sectionsOf } from '../src/page/sections.ts'
import { strip } from '../src/page/strip.ts'
import { styleOf } from '../src/page/style/style.ts'
import { aboutTwo, calledOff, mentee, mentor, pageText, shown } from './worked.ts'

const events = [
  ...aboutTwo,
  ...calledOff(7, 1, 20),
  ...calledOff(8, 1, 27),
  Scene.ended(2, 'completed', 24 * 31),
]
const people = new Map([
  [mentor(1), { department: 'Sales' }],
  [mentee(1), { department: 'Legal' }],
])

const style = styleOf([])

/** Custom properties of one rule of the style sheet. */
const colours = (from: number): ReadonlyMap<string, string> => {
  const rule = style.slice(from, style.indexOf('}', from))
  return new Map(
    [...rule.matchAll(/(--[a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, k = '', v = '']) => [k, v]),
  )
}
const light = colours(0)
const dark = new Map([...light, ...colours(style.indexOf('prefers-color-scheme'))])

const data = shown([...events, Scene.closed(24 * 39)], 40, { people })
const charts = sectionsOf(data).flatMap((section) => section.charts)

describe('charts', () => {
  test.each([
    ['how far they came', ['In a formal pairing', '18 · 100 %']],
    ['Sessions by month', ['Mar', 'var(--held)', 'var(--by-mentee)']],
    ['Topics', ['data', '67 %', 'design']],
    ['Ribbons', ['>A<', '>C<', 'var(--unit-1)']],
    ['across units', ['Region', 'Location']],
  ])('are drawn with what they are about: %s', (about, texts) => {
    const chart = charts.find(({ says }) => says.includes(about))
    expect(chart).toBeDefined()
    if (chart === undefined) return
    const svg = drawn(chart.option, chart)
    for (const text of texts) expect(svg).toContain(text)
    expect(svg).not.toMatch(/<style|style=|class=|ecmeta/)
    expect(drawn(chart.option, chart)).toBe(svg)
  })

  test('are all of those that the page has', () => {
    expect(charts).toHaveLength(5)
  })
})

test('a strip has a cell for each week by its level, and a dot for each week with a session', () => {
  const [line] = data.pairings.lines
  const { markup } = line === undefined ? { markup: '' } : strip(line)
  const cells = (colour: string) =>
    (new RegExp(`fill="var\\(--${colour}\\)" d="([^"]*)"`).exec(markup)?.[1] ?? '').split('z')
      .length - 1
  for (const level of ['steady', 'slipping', 'stalled', 'dormant', 'over'] as const)
    expect([level, cells(level)]).toEqual([
      level,
      line?.levels.filter((each) => each === level).length,
    ])
  const dots = /class="met" d="([^"]*)"/.exec(markup)?.[1]?.match(/h0/g) ?? []
  expect(dots).toHaveLength(line?.held.filter((n) => n > 0).length ?? 0)
  expect(dots.length).toBeGreaterThan(0)
})

/** Relative luminance of `#rrggbb`, 0 to 1. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a = '', b = ''): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', (_, scheme) => {
  test('levels differ without their hues', () => {
    const shades = shownLevels
      .filter(({ level }) => level !== 'over')
      .map(({ colour }) => scheme.get(colour.slice(4, -1)))
    const lights = shades.map((shade = '') => luminance(shade))
    expect([...lights].sort((a, b) => b - a)).toEqual(lights)
    for (const [i, shade] of shades.entries()) {
      if (i > 0) expect(contrast(shades[i - 1], shade)).toBeGreaterThan(1.2)
    }
  })

  test('texts are legible', () => {
    for (const ink of ['--ink', '--ink-soft', '--accent']) {
      expect(contrast(scheme.get(ink), scheme.get('--card'))).toBeGreaterThan(4.5)
    }
  })
})

test('every colour that the page names is in the style sheet', () => {
  const named = [...pageText(data).matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(20)
  for (const name of named) expect([name, light.has(name)]).toEqual([name, true])
})
