import {
  reportMail,
  reportPage,
  sponsorText,
  tables,
  type ReportData,
} from '@reverse-mentoring/report'
import * as E from 'fp-ts/lib/Either.js'
import { join } from 'node:path'
import { writeAside, type Files } from './write-aside.ts'
import { writeWhole } from './write-whole.ts'

/** What a report also becomes, each under a name that a spreadsheet or a mail program knows. */
const besides = (data: ReportData): Files => [
  { name: 'mail.html', holds: 'What there is to do, as a mail', text: reportMail(data) },
  { name: 'sponsor.txt', holds: 'Figures that may be handed on', text: sponsorText(data) },
  ...tables(data).map(({ name, caption, csv }) => ({
    ...{ name: `${name}.csv`, holds: caption, text: csv },
  })),
]

/** Where all but the page goes. */
export const asideOf = (folder: string): string => join(folder, 'report')

/** Writes the page, and beside it its tables, the mail and the sponsor’s text; or says what cannot be written. */
export const writeReport = async (
  folder: string,
  data: ReportData,
): Promise<E.Either<string, void>> => {
  const written = await writeWhole(join(folder, 'report.html'), reportPage(data))
  return E.isLeft(written) ? written : writeAside(asideOf(folder), besides(data))
}
