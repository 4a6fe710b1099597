import { reportMail, reportPage } from '@reverse-mentoring/report'
import { source as axe } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cohortOf } from '../cohort-of.ts'
import { hasBrowser, lookAt, openBrowser } from './browser.ts'

const isFull = process.env['FULL'] === '1'
const sizes = isFull ? [1, 8, 60, 600] : [60]
const pages = new Map(sizes.map((pairs) => [pairs, reportPage(cohortOf(pairs, true))]))
const pageOf = (pairs: number): string => pages.get(pairs) ?? ''

/** What the accessibility checker finds, as it names it. Its script is not the page’s, and so needs the page’s policy off. */
const violations = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe)
  return page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html]))`,
  )
}

const isCutAside = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Tables and charts that would have to be scrolled sideways. */
const scrolled = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(
    `[...document.querySelectorAll('.scrolls')].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.getAttribute('aria-label'))`,
  )

/** The first column of the table of all pairings, as it stands. */
const firstColumn = (page: Page): Promise<ReadonlyArray<string>> =>
  page.locator('#all-pairings tbody th').allTextContents()

const every = sizes.flatMap((pairs) =>
  ([390, 1280] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ pairs, width, colorScheme })),
  ),
)
const cases = every.filter(
  ({ width, colorScheme }) => isFull || (width === 390 && colorScheme === 'light'),
)

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(cases)(
    'a page of $pairs pairs, $width pixels, $colorScheme: nothing is asked for, wrong, cut or hard to reach',
    ({ pairs, width, colorScheme }) =>
      lookAt(
        browser,
        pageOf(pairs),
        { viewport: { width, height: 900 }, colorScheme },
        async (looked) => {
          const { page, requests, complaints } = looked
          expect(await page.locator('#all-pairings tbody tr').count()).toBe(pairs)
          expect(await isCutAside(page)).toBe(false)
          expect(await scrolled(page)).toEqual([])
          expect(requests).toEqual([])
          expect(complaints).toEqual([])
          expect(await violations(page)).toEqual([])
        },
      ),
  )

  test('the policy of the page stops what a stranger put in', async () => {
    const strange = pageOf(60).replace(
      '</main>',
      '<script>document.title = "strange"</script><img src="http://example.org/x"></main>',
    )
    await lookAt(browser, strange, {}, async ({ page, complaints }) => {
      expect(await page.title()).not.toBe('strange')
      expect(complaints.length).toBeGreaterThanOrEqual(2)
    })
  })

  test('tables are sorted by keyboard, and back', () =>
    lookAt(browser, pageOf(60), { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      const before = await firstColumn(page)
      const heading = page.locator('#all-pairings thead th').first()
      await heading.locator('button').focus()
      await page.keyboard.press('Enter')
      expect(await heading.getAttribute('aria-sort')).toBe('ascending')
      expect(await firstColumn(page)).toEqual(before)
      await page.keyboard.press('Space')
      expect(await heading.getAttribute('aria-sort')).toBe('descending')
      expect(await firstColumn(page)).toEqual(before.toReversed())
      const last = page.locator('#all-pairings thead th').nth(3)
      await last.locator('button').focus()
      await page.keyboard.press('Enter')
      const days = await page
        .locator('#all-pairings tbody td:nth-child(4)')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value') ?? ''))
      const told = days.filter((day) => day !== '')
      expect(told).toEqual(told.toSorted())
      expect(days.slice(0, told.length)).toEqual(told)
      expect(await heading.getAttribute('aria-sort')).toBeNull()
    }))

  test('on a phone a row is lines with the headings before them, and is sorted too', () =>
    lookAt(browser, pageOf(60), { viewport: { width: 390, height: 900 } }, async ({ page }) => {
      const headings: ReadonlyArray<string> = await page.evaluate(
        `[...document.querySelectorAll('#unmatched tbody tr:first-child td')].map((cell) => getComputedStyle(cell, '::before').content)`,
      )
      expect(headings).toEqual(['"Role"', '"Waits since"', '"Cause"'])
      const cells = page.locator('#unmatched tbody tr:first-child > *')
      const boxes = await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))
      const tops = boxes.map((box) => box?.y ?? 0)
      expect(tops).toEqual([...new Set(tops)].toSorted((a, b) => a - b))
      const texts = await page.locator('#to-do tbody td').allInnerTexts()
      expect(texts.filter((text) => / \(mentor\)$/.test(text)).length).toBeGreaterThan(0)
      // A name and its role run on as one text, and do not stand side by side.
      expect(texts.filter((text) => text.includes('\n'))).toEqual([])
      await page.locator('#all-pairings thead button').first().click()
      await page.locator('#all-pairings thead button').first().click()
      expect((await firstColumn(page))[0]).toMatch(/^P60\b/)
    }))

  test('links and tables are reached by Tab, in the order in which they stand', () =>
    lookAt(browser, pageOf(60), { viewport: { width: 390, height: 900 } }, async ({ page }) => {
      const reached: Array<string> = []
      for (let i = 0; i < 14; i += 1) {
        await page.keyboard.press('Tab')
        reached.push(
          await page.evaluate(
            'document.activeElement.getAttribute("href") ?? document.activeElement.tagName',
          ),
        )
      }
      expect(reached.slice(0, 9)).toEqual([
        '#today',
        '#waiting',
        '#upcoming',
        '#pairings',
        '#funnel',
        '#sessions',
        '#topics',
        '#network',
        '#published',
      ])
      expect(reached.slice(9, 11)).toEqual(['DIV', 'BUTTON'])
    }))

  test('without scripts all of it is there, and nothing that would not work', () =>
    lookAt(browser, pageOf(60), { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('button').count()).toBe(0)
      expect(await page.locator('#all-pairings tbody tr').count()).toBe(60)
      for (const chart of await page.locator('[role=img]').all())
        expect((await chart.boundingBox())?.height).toBeGreaterThan(50)
      for (const table of await page.locator('table').all())
        expect(await table.isVisible()).toBe(true)
    }))

  test.each(sizes)('%i pairs print whole: every row, on paper as wide as it is', (pairs) =>
    // A4 less its margins, as CSS pixels.
    lookAt(browser, pageOf(pairs), { viewport: { width: 688, height: 1000 } }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      expect(await isCutAside(page)).toBe(false)
      const rows = page.locator('#all-pairings tbody tr')
      expect(await rows.count()).toBe(pairs)
      const cut = await page.evaluate(
        `[...document.querySelectorAll('table, svg')].filter((each) => each.getBoundingClientRect().right > 689).map((each) => each.id || each.outerHTML.slice(0, 80))`,
      )
      expect(cut).toEqual([])
      expect(
        await page
          .locator('th button')
          .first()
          .evaluate((one) => getComputedStyle(one).display),
      ).toBe('contents')
      for (const part of ['figure', 'tr', '.lead'])
        expect(
          await page
            .locator(part)
            .first()
            .evaluate((one) => getComputedStyle(one).breakInside),
        ).toBe('avoid')
    }),
  )

  test('a mail is read without anything, too', () =>
    lookAt(
      browser,
      reportMail(cohortOf(60, true)),
      { viewport: { width: 1280, height: 900 } },
      async ({ page, requests, complaints }) => {
        expect(await violations(page)).toEqual([])
        expect([...requests, ...complaints]).toEqual([])
      },
    ))
})

test('the page of thirty pairs is small enough to be sent and shown at once', () => {
  expect(Buffer.byteLength(reportPage(cohortOf(30, true)))).toBeLessThan(150_000)
})
