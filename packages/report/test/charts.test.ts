import { Scene } from '@reverse-mentoring/testing'
import * as echarts from 'echarts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shownLevels } from '../../src/report/page/levels.ts'
import { aboutTwo, calledOff, formal, mentee, mentor, pageText, shown } from './worked.ts'

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

const style = readFileSync(
  new URL('../../src/report/page/style/colours.css', import.meta.url),
  'utf8',
)

/** Custom properties of one rule of the style sheet. */
const colours = (from: number): ReadonlyMap<string, string> => {
  const rule = style.slice(from, style.indexOf('}', from))
  return new Map(
    [...rule.matchAll(/(--[a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, k = '', v = '']) => [k, v]),
  )
}
const light = colours(0)
const dark = new Map([...light, ...colours(style.indexOf(':root:not'))])

const optionsOf = (html: string): Readonly<Record<string, echarts.EChartsOption>> => {
  const json = /id="options">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}'
  const coloured = json.replace(/"(--[a-z0-9-]+)"/g, (all, name: string) =>
    JSON.stringify(light.get(name) ?? all),
  )
  return JSON.parse(coloured) as Readonly<Record<string, echarts.EChartsOption>>
}

/** The chart as the library draws it. */
const drawn = (option: echarts.EChartsOption | undefined, width = 800): string => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: 400 })
  if (option !== undefined) chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const options = optionsOf(pageText(shown(events, 40, { people })))

describe('charts, as the library draws them,', () => {
  test.each([
    ['funnel-0', ['In a formal pairing', '18 · 100 %']],
    ['momentum-0', ['P1', 'P9', '1 Mar', light.get('--stalled'), light.get('--over')]],
    ['sessions-0', ['Mar', light.get('--held'), light.get('--by-mentee')]],
    ['topics-0', ['data', '67 %', 'design']],
    ['network-0', ['Sales', 'Legal', 'Not known']],
    ['network-1', ['Region', 'Location']],
  ])('show what they are about: %s', (name, texts) => {
    const svg = drawn(options[name])
    for (const text of texts) expect(svg).toContain(text)
  })

  test('are all of those that the page has', () => {
    expect(Object.keys(options)).toHaveLength(6)
  })

  test('show every pairing that the page has room for, and a slider for more', () => {
    const many = optionsOf(pageText(shown(formal(70), 30)))['momentum-0']
    expect(JSON.stringify(many)).toContain('"slider"')
    expect(JSON.stringify(options['momentum-0'])).not.toContain('"slider"')
    expect(drawn(many)).toContain('P60')
  })

  test('shorten the names of two where there is little room', () => {
    const nameOf = () => 'Wilhelmina Featherstonehaugh'
    const named = optionsOf(pageText(shown(events, 40, { nameOf })))['momentum-0']
    expect(drawn(named, 330)).toContain('...')
  })
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
      .map(({ colour }) => scheme.get(colour))
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
  const html = pageText(shown(events, 40, { people }))
  const named = [...html.matchAll(/(?:var\(|")(--[a-z0-9-]+)["),]/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(20)
  for (const name of named) expect([name, light.has(name)]).toEqual([name, true])
})
