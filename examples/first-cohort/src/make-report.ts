import type { Port, Values } from '@reverse-mentoring/core'
import { reportData, type Answers, type ReportData } from '@reverse-mentoring/report'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { digitalTopics } from './simulation/codes.ts'
import type { Setting } from './simulation/setting.ts'

/** Said above everything that a report becomes: real people stand beside invented events. */
const simulates =
  'A simulation: the people are those of the roster; what they answered, when they met and what they said is invented.'

/** What a report of this run is made from. */
export interface Reporting {
  readonly setting: Setting
  readonly directory: Port.Directory
  readonly answers: Answers
  readonly names: boolean
}

/** The report's figures, with labels, departments and, where asked for, names out of the directory. */
export const makeReport =
  ({
    setting,
    directory,
    answers,
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
        notice: simulates,
        answers,
        people: new Map([...people].map(([id, { attributes }]) => [id, attributes])),
        labels: labels.right,
        ...(digital.size > 0 && { digital }),
        ...(names && { nameOf: (id: Values.ParticipantId) => people.get(id)?.name }),
      }),
    )
  }
