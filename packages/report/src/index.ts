/** What a cohort's coordinator may know, as a page, a mail, tables and a text for the sponsor. */
export { datesIn, type Dates } from './calendar/dates.ts'
export { tables, type CsvTable } from './csv/tables.ts'
export type { ReportInput } from './input.ts'
export { reportMail } from './mail/report-mail.ts'
export { reportPage } from './page/page.ts'
export type { Answers } from './read/answers.ts'
export { explainTooManyRows, type TooManyRows } from './read/every-row.ts'
export {
  readAnswers,
  type AskedOf,
  type ReadFailure,
  type ReportDesk,
} from './read/read-answers.ts'
export { reportData, type ReportData } from './report-data.ts'
export { sponsorText } from './sponsor/sponsor-text.ts'
