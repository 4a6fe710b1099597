import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Answers } from './report/answers.ts'
import { reportData, type ReportData } from './report/report-data.ts'
import { digitalTopics } from './simulation/codes.ts'
import type { Setting } from './simulation/setting.ts'

/** What a report of this run is made from. */
export interface Reporting {
  readonly setting: Setting
  readonly directory: Port.Directory
  readonly answers: Answers
  readonly asOf: Values.Instant
  readonly names: boolean
}

/** The report's figures, with labels, departments and, where asked for, names out of the directory. */
export const makeReport =
  ({
    setting,
    directory,
    answers,
    asOf,
    names,
  }: Reporting): TaskEither<Port.Unavailable | Port.Misused, ReportData> =>
  async () => {
    const labels = await directory.labels('en')()
    if (E.isLeft(labels)) return labels
    const found = await directory.findPeople(
      setting.members.map(({ participant }) => participant),
    )()
    if (E.isLeft(found)) return found
    const people = found.right
    const digital = new Set(
      [...setting.topics.keys()].filter((topic) => digitalTopics.includes(topic)),
    )
    return E.right(
      reportData({
        title: 'First cohort',
        answers,
        asOf,
        people: new Map([...people].map(([id, { attributes }]) => [id, attributes])),
        labels: labels.right,
        ...(digital.size > 0 && { digital }),
        ...(names && { nameOf: (id: Values.ParticipantId) => people.get(id)?.name }),
      }),
    )
  }
