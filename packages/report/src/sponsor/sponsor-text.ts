import { datesIn } from '../calendar/dates.ts'
import { plain } from '../page/html.ts'
import { bestText, targetText, toldAs } from '../page/published.ts'
import { textOf } from '../page/table.ts'
import type { ReportData } from '../report-data.ts'

/**
 * A short text for a sponsor that can be sent as it is: published figures only, those that are held back only
 * named.
 */
export const sponsorText = (data: ReportData): string => {
  const { published, title, notice, zone } = data
  const { asOf, lines } = published
  const { day } = datesIn(zone)
  const head = [...(notice === undefined ? [] : [notice, '']), `${title}: reverse mentoring`]
  if (asOf === undefined) {
    return plainLines([...head, 'No figures have been published yet.'])
  }
  const told = lines.filter(({ value }) => value !== undefined)
  const heldBack = lines.filter(({ value }) => value === undefined)
  return plainLines([
    ...head,
    `Figures published on ${day(asOf)}. The mentor is the junior person, the mentee the senior one.`,
    '',
    ...told.map((line) => `- ${line.metric}: ${textOf(toldAs(line))}`),
    '',
    ...[targetText(published), bestText(published)].filter((text) => text !== ''),
    ...(heldBack.length === 0
      ? []
      : [
          `Held back, since it would tell of fewer than ${String(data.rules.k)} people:`,
          ...heldBack.map(({ metric }) => `- ${metric}`),
        ]),
  ])
}

const plainLines = (lines: ReadonlyArray<string>): string =>
  `${lines.map(plain).join('\n').trimEnd()}\n`
