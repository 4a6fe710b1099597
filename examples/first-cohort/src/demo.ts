import { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { basename, join } from 'node:path'
import { live } from './live.ts'
import { loadRoster } from './load-roster.ts'
import { makeReport } from './make-report.ts'
import type { Options } from './options.ts'
import { choosePolicy, type ChosenPolicy } from './policy.ts'
import { filePorts, memoryPorts, type Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { readViews } from './read-views.ts'
import { report } from './report/report.ts'
import type { Roster } from './roster.ts'
import {
  fingerprint,
  keepSettings,
  newSettings,
  settingsOf,
  writeWhole,
  type Settings,
} from './settings.ts'
import { matchingDays } from './simulation/act.ts'
import { instantOn } from './simulation/calendar.ts'
import { sayFailure } from './simulation/failure.ts'
import { eventsAfter } from './simulation/history.ts'
import { cohortDays, settingOf, type Setting } from './simulation/setting.ts'
import { askedWrongly, failed, type Stop } from './stop.ts'
import { summaryText } from './summary.ts'
import { dateText } from './wording.ts'
import { zoneOf } from './zone.ts'

/** Everything that a run was asked for, read and checked. */
interface Prepared {
  readonly options: Options
  readonly roster: Roster
  readonly chosen: ChosenPolicy
  readonly settings: Settings
  readonly progress: Progress
}

type Ended = E.Either<Stop, void>

const settingFor = ({ roster, chosen, settings }: Prepared): Setting =>
  settingOf({ ...settings, roster, policy: chosen.policy })

const introduction = ({ options, roster, settings }: Prepared): string => {
  const juniors = roster.people.filter(({ role }) => role === 'mentor').length
  const people = `${String(juniors)} junior, ${String(roster.people.length - juniors)} senior`
  return `${basename(options.roster)}: ${people}. Seed ${String(settings.seed)}.`
}

/** The first draft, made in memory. */
const dryRun = async (prepared: Prepared): Promise<Ended> => {
  const { options, roster, chosen, progress } = prepared
  const setting = settingFor(prepared)
  const until = instantOn(setting.start, matchingDays[0] ?? 0, 8 * 60)
  const shown = { setting, ports: memoryPorts(), rules: chosen.rules, zone: zoneOf(roster), until }
  const lived = await live({ ...shown, names: options.names, progress })
  progress.end()
  if (E.isRight(lived)) progress.say('A dry run: nothing was left behind.')
  return E.map(() => undefined)(lived)
}

const nextMidnight = (day: Values.Instant): Values.Instant => Values.plusDays(day, 1)

const leftBehind = (folder: string): string =>
  [
    `${join(folder, 'report.html')} – open it in a browser`,
    `${join(folder, 'cohort.sqlite')} – the history and its views, nothing personal`,
    `${join(folder, 'directory.sqlite')} – names, addresses and words, to be deleted at will`,
  ].join('\n')

const tellEnd = async (
  { options, progress }: Prepared,
  setting: Setting,
  ports: Ports,
  until: Values.Instant,
): Promise<Ended> => {
  const events = await eventsAfter(ports.store, setting.cohort, 0)()
  if (E.isLeft(events)) return E.left(failed(sayFailure(events.left)))
  const last = events.right.at(-1)?.at ?? until
  const asOf = Values.later(last, Values.plusMillis(until, -1))
  const { directory } = ports
  const data = await makeReport({
    setting,
    directory,
    events: events.right,
    asOf,
    names: options.names,
  })()
  const counts = await readViews(ports.viewStore, setting.cohort)()
  if (E.isLeft(data)) return E.left(failed(sayFailure(data.left)))
  if (E.isLeft(counts)) return E.left(failed(sayFailure(counts.left)))
  if (data.right === undefined) return E.left(failed('Nothing has happened yet.'))
  await writeWhole(join(options.out, 'report.html'), report(data.right))
  progress.end()
  progress.say(`\n${summaryText({ data: data.right, counts: counts.right })}\n`)
  progress.say(leftBehind(options.out))
  return E.right(undefined)
}

const runIn = async (prepared: Prepared, ports: Ports): Promise<Ended> => {
  const { options, roster, chosen, progress } = prepared
  const setting = settingFor(prepared)
  const end = Values.plusDays(setting.start, cohortDays + 1)
  const asked = options.until === undefined ? end : nextMidnight(options.until)
  const until = asked < end ? asked : end
  const before = await eventsAfter(ports.store, setting.cohort, 0)()
  if (E.isLeft(before)) return E.left(failed(sayFailure(before.left)))
  const last = before.right.at(-1)
  if (last?.type === 'CohortClosed') {
    progress.say(
      `This cohort was closed on ${dateText(last.at)}; only the report is written again.`,
    )
  } else if (last !== undefined) progress.say(`Going on after ${dateText(last.at)}.`)
  const lived = await live({
    setting,
    ports,
    rules: chosen.rules,
    zone: zoneOf(roster),
    until,
    names: options.names,
    progress,
  })
  return E.isLeft(lived) ? lived : tellEnd(prepared, setting, ports, until)
}

const realRun = async (prepared: Prepared): Promise<Ended> => {
  const { options, settings } = prepared
  if (options.until !== undefined && options.until < settings.start) {
    return E.left(askedWrongly(`--until lies before the first day, ${dateText(settings.start)}.`))
  }
  await keepSettings(options.out, settings)
  const ports = await filePorts(options.out)()
  if (E.isLeft(ports)) return E.left(failed(ports.left))
  const ended = await runIn(prepared, ports.right)
  const closed = await ports.right.close()
  return E.isRight(ended) && E.isLeft(closed) ? E.left(failed(sayFailure(closed.left))) : ended
}

/** Does what was asked for: everything is read and checked before anything is written. */
export const demo = async (options: Options, progress: Progress): Promise<Ended> => {
  const loaded = await loadRoster(options)
  if (E.isLeft(loaded)) return loaded
  const { roster, notes } = loaded.right
  const print = fingerprint(roster)
  const settings = options.dryRun
    ? E.right(newSettings(options, print))
    : await settingsOf(options.out, options, print)
  if (E.isLeft(settings)) return E.left(askedWrongly(settings.left))
  const chosen = await choosePolicy(settings.right.policy)()
  if (E.isLeft(chosen)) return E.left(askedWrongly(chosen.left))
  const prepared = { options, roster, chosen: chosen.right, settings: settings.right, progress }
  for (const text of [...notes, introduction(prepared)]) progress.say(text)
  return options.dryRun ? dryRun(prepared) : realRun(prepared)
}
