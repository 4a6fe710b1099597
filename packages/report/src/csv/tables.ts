import { stringify } from 'csv-stringify/sync'
import { plain } from '../page/html.ts'
import { sectionsOf } from '../page/sections.ts'
import { exportedAs } from '../page/table.ts'
import type { ReportData } from '../report-data.ts'

/** One table of a report as a file for a spreadsheet. */
export interface CsvTable {
  /** A word, fit for a file's name. */
  readonly name: string
  readonly caption: string
  /** With a header, and the mark by which Excel knows UTF-8; days as `2026-03-14`, times as `2026-03-14 10:30` in the cohort's zone, shares from 0 to 1. */
  readonly csv: string
}

/** Every table of a report, whole. A cell that begins like a formula is kept text. */
export const tables = (data: ReportData): ReadonlyArray<CsvTable> =>
  sectionsOf(data)
    .flatMap((section) => section.tables)
    .map(({ id, caption, head, rows }) => ({
      name: id,
      caption,
      csv: stringify(
        [
          [...head],
          ...rows.map(({ cells }) =>
            cells.map((cell) => {
              const value = exportedAs(cell)
              // A space before a formula keeps it one in some spreadsheets.
              return typeof value === 'string' ? plain(value).trim() : value
            }),
          ),
        ],
        { bom: true, escape_formulas: true },
      ),
    }))
