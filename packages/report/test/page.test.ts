import { type Event, type Values } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { page } from '../../src/report/page/page.ts'
import { report } from '../../src/report/report.ts'
import {
  aboutTwo,
  calledOff,
  dataAt,
  pageText,
  endOf,
  formal,
  mentee,
  mentor,
  met,
  proposed,
  shown,
} from './worked.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const events: ReadonlyArray<Event.CohortEvent> = [...aboutTwo, ...calledOff(7, 1, 32)]
const people = new Map([
  [mentor(1), { department: 'Sales', name: 'Ada Attribute', email: 'ada@example.org' }],
])
const nameOf = (participant: Values.ParticipantId) =>
  participant === mentor(1) ? 'Ada Named' : undefined

const pageOf = (history: ReadonlyArray<Event.CohortEvent>, asOf = endOf(history)): string => {
  const data = dataAt(history, asOf, { people })
  return data === undefined ? '' : page(data, { style: '', library: '', script: '' })
}

/** Before any figure was published, and with those of the close. */
const pagesOf = (history: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<string> => [
  pageOf(history, Scene.at(24 * 29)),
  pageOf([...history, Scene.closed(24 * 35)], Scene.at(24 * 40)),
]

describe('the page', () => {
  test('holds no id, in whatever history', () => {
    fc.assert(fc.property(arbitraryHistory(), (history) => !UUID.test(pageOf(history))))
    expect(UUID.test(report(shown(events, 40)))).toBe(false)
  })

  test('holds names only where they were asked for, and no other attribute than the department', () => {
    const silent = pageText(shown(events, 40, { people }))
    expect(silent).toContain('Sales')
    for (const personal of ['Ada', 'example.org']) expect(silent).not.toContain(personal)
    const named = pageText(shown(events, 40, { people, nameOf }))
    expect(named).toContain('P1 Ada Named')
    expect(named).not.toContain('Attribute')
  })

  test('forgets the name of who was erased (INV37)', () => {
    const erased = [...events, Scene.erased(mentor(1), 24 * 35)]
    expect(pageText(shown(erased, 40, { nameOf }))).not.toContain('Ada')
  })

  test('numbers pairings as they were proposed, whoever answers first', () => {
    const answered = [3, 1, 2].flatMap((n) => [
      Scene.yes(mentee(n), n, 3),
      Scene.yes(mentor(n), n, 4),
    ])
    const lines = shown([...proposed(3), ...answered], 9).momentum.lines
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('is the same whether the mentee said no, or agreed and the mentor did (INV15)', () => {
    const at = 24 * 5
    const menteeNo = [...formal(2), ...proposal, Scene.no(mentee(3), 3, at)]
    const mentorNo = [
      ...formal(2),
      ...proposal,
      Scene.yes(mentee(3), 3, 24 * 4),
      Scene.no(mentor(3), 3, at),
    ]
    const lapsed = [...formal(2), ...proposal, Scene.ended(3, 'lapsed', at)]
    expect(pagesOf(mentorNo)).toEqual(pagesOf(menteeNo))
    expect(pagesOf(lapsed)).toEqual(pagesOf(menteeNo))
  })

  test('is the same whichever party’s withdrawal, conflict or the programme ended a pairing', () => {
    const at = 24 * 12
    const pages = [
      Scene.no(mentee(2), 2, at),
      Scene.no(mentor(2), 2, at),
      Scene.declared(mentor(2), mentee(2), at),
      Scene.declared(mentee(2), mentor(2), at),
      Scene.ended(2, 'programme', at),
    ].map((end) => pagesOf([...formal(3), met(1, 2, 9), end]))
    expect(new Set(pages.map((each) => each.join())).size).toBe(1)
  })

  test('loads nothing from anywhere', () => {
    const own = pageText(shown(events, 40))
    expect(own).not.toMatch(/\b(src|href|srcset|action|poster)\s*=/i)
    expect(own).not.toMatch(/url\(|@import|https?:/i)
    expect(own).not.toMatch(/<(link|iframe|img|object|embed|base|form)\b/i)
    expect(own).toContain('default-src &#39;none&#39;')
  })

  test('lets no script run but its own two', () => {
    const html = report(shown(events, 40))
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
    expect(scripts).toHaveLength(2)
    const digests = scripts.map((text) => createHash('sha256').update(text).digest('base64'))
    const allowed = /script-src ([^"]*)"/.exec(html)?.[1]
    expect(allowed).toBe(digests.map((digest) => `&#39;sha256-${digest}&#39;`).join(' '))
  })

  test('shows hostile labels, departments, names and titles as text', () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror='"&\u2028`
    const html = pageText(
      shown(events, 40, {
        title: hostile,
        labels: new Map([[Scene.code('data'), hostile]]),
        people: new Map([[mentor(1), { department: hostile }]]),
        nameOf: () => hostile,
      }),
    )
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img')
    expect(html.match(/<script\b/g)).toHaveLength(3)
    const json = /<script type="application\/json" id="options">([\s\S]*?)<\/script>/.exec(
      html,
    )?.[1]
    expect(json).not.toContain('\u2028')
    expect(JSON.stringify(JSON.parse(json ?? ''))).toContain(JSON.stringify(hostile).slice(1, -1))
  })

  test('tells every chart in words and in a table', () => {
    const html = pageText(shown(events, 40))
    const charts = html.match(/data-chart="/g) ?? []
    expect(charts.length).toBeGreaterThanOrEqual(6)
    expect(html.match(/role="img"\s+aria-label="[^"]{20,}"/g)).toHaveLength(charts.length)
    const sections = html.split('<section').slice(1)
    for (const section of sections) expect(section).toContain('<table>')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2 /g)).toHaveLength(sections.length)
  })

  test('names by number whom to look after, while something can be done', () => {
    const slipping = [...formal(3), ...calledOff(1, 2, 10), ...calledOff(2, 3, 10)]
    const stalled = [...slipping, ...calledOff(3, 3, 17)]
    const open = pageText(shown(stalled, 20, { nameOf: () => 'Ada' }))
    expect(open).toMatch(/Now: 1 steady, 1 slipping and 1 stalled/)
    expect(open).toMatch(/<b>stalled<\/b> P3<\/span>\s*<span><b>slipping<\/b> P2<\/span>/)
    const closed = pageText(shown([...stalled, Scene.closed(24 * 20)], 30))
    expect(closed).toMatch(/Before the close: 1 steady, 1 slipping and 1 stalled/)
    expect(closed).not.toContain('To look after')
  })

  test('says so where there is nothing to draw yet', () => {
    const html = pageText(shown([Scene.opened()], 1))
    expect(html).toContain('No pairing was formal yet.')
    expect(html).toContain('No session has taken place')
    expect(html).not.toContain('NaN')
    expect(html).not.toContain('Infinity')
  })
})

const proposal = [
  ...Scene.ready(mentor(3), 'mentor'),
  ...Scene.ready(mentee(3), 'mentee'),
  Scene.matched(3, mentor(3), mentee(3), 24 * 3),
]
