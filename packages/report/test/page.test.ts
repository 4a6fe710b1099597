import { type Event, type Values } from '@reverse-mentoring/core'
import { arbitraryHistory, Scene } from '@reverse-mentoring/testing'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportMail, reportPage, sponsorText, tables } from '@reverse-mentoring/report'
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

const numRuns = process.env['FULL'] === '1' ? 200 : 25

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const events: ReadonlyArray<Event.CohortEvent> = [...aboutTwo, ...calledOff(7, 1, 32)]
const people = new Map([
  [mentor(1), { department: 'Sales', name: 'Ada Attribute', email: 'ada@example.org' }],
])
const nameOf = (participant: Values.ParticipantId) =>
  participant === mentor(1) ? 'Ada Named' : undefined

const pageOf = (history: ReadonlyArray<Event.CohortEvent>, asOf = endOf(history)): string => {
  const data = dataAt(history, asOf, { people })
  if (data === undefined) return ''
  const csv = tables(data).map((table) => table.csv)
  return [reportPage(data), reportMail(data), sponsorText(data), ...csv].join('\n')
}

/** Before any figure was published, and with those of the close. */
const pagesOf = (history: ReadonlyArray<Event.CohortEvent>): ReadonlyArray<string> => [
  pageOf(history, Scene.at(24 * 29)),
  pageOf([...history, Scene.closed(24 * 35)], Scene.at(24 * 40)),
]

describe('the page', () => {
  test('and all that is made with it hold no id, in whatever history', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => !UUID.test(pageOf(history))),
      { numRuns },
    )
  })

  test('holds names only where they were asked for, and no other attribute than the department', () => {
    const silent = pageText(shown(events, 40, { people }))
    expect(silent).toContain('Sales')
    for (const personal of ['Ada', 'example.org']) expect(silent).not.toContain(personal)
    const named = pageText(shown(events, 40, { people, nameOf }))
    expect(named).toContain('P1 <bdi>Ada Named</bdi>')
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
    const lines = shown([...proposed(3), ...answered], 9).pairings.lines
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
    expect(own).not.toMatch(/\b(src|srcset|action|poster)\s*=/i)
    expect([...own.matchAll(/href="([^"]*)"/g)].every(([, to = '']) => to.startsWith('#'))).toBe(
      true,
    )
    expect(own).not.toMatch(/url\(|@import|https?:/i)
    expect(own).not.toMatch(/<(link|iframe|img|object|embed|base|form)\b/i)
    expect(own).toContain("default-src 'none'")
  })

  test('lets no script and no style hold but its own', () => {
    const html = reportPage(shown(events, 40))
    for (const name of ['script', 'style']) {
      const found = [...html.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))]
      expect(found).toHaveLength(1)
      const digest = createHash('sha256')
        .update(found[0]?.[1] ?? '')
        .digest('base64')
      expect(html).toContain(`${name}-src 'sha256-${digest}';`)
    }
    expect(html).not.toMatch(/ style=| on[a-z]+=|unsafe-/)
  })

  test('shows hostile labels, departments, names, notices and titles as text', () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror='"&\u2028\u202e\u0007`
    const data = shown([...events, Scene.closed(24 * 39)], 40, {
      title: hostile,
      notice: hostile,
      labels: new Map([[Scene.code('data'), hostile]]),
      people: new Map([[mentor(1), { department: hostile }]]),
      nameOf: () => hostile,
    })
    for (const html of [pageText(data), reportMail(data)]) {
      expect(html).toContain('alert(1)')
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img')
    }
    for (const text of [pageText(data), reportMail(data), sponsorText(data)])
      expect(text).not.toMatch(/[\u2028\u202e\u0007]/)
    for (const { csv } of tables(data)) expect(csv).not.toMatch(/[\u2028\u202e\u0007]/)
  })

  test('tells every chart in words and in a table', () => {
    const html = pageText(shown([...events, Scene.closed(24 * 39)], 40))
    const charts = html.match(/role="img"\s+aria-label="[^"]{20,}"/g) ?? []
    expect(charts).toHaveLength(5)
    const sections = html.split('<section').slice(1)
    for (const section of sections)
      if (section.includes('role="img"')) expect(section).toMatch(/<table/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2 /g)).toHaveLength(sections.length)
  })

  test('says that it is a simulation, or whatever else its maker wants said, on all that is made with it', () => {
    const data = shown(events, 40, { notice: 'All invented.' })
    for (const text of [pageText(data), reportMail(data), sponsorText(data)])
      expect(text).toContain('All invented.')
    expect(pageText(shown(events, 40))).not.toContain('class="notice"')
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
