import { Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { basename, join } from 'node:path'
import { dryRun } from './dry-run.ts'
import { live } from './live.ts'
import { loadRoster } from './load-roster.ts'
import type { Options } from './options.ts'
import { choosePolicy, type ChosenPolicy } from './policy.ts'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import type { Roster } from '@reverse-mentoring/roster'
import {
  fingerprint,
  keepSettings,
  newSettings,
  readSettings,
  settingsOf,
  versioned,
  type Settings,
} from './settings.ts'
import { sayFailure } from './simulation/failure.ts'
import { eventsAfter } from './simulation/history.ts'
import { cohortDays, settingOf, type Setting } from './simulation/setting.ts'
import { askedWrongly, failed, type Stop } from './stop.ts'
import type { DraftsShown } from './show-draft.ts'
import { lookAtStore, openStore } from './store/open.ts'
import { storeWords } from './store/store.ts'
import { sync } from './sync.ts'
import { tellEnd } from './tell-end.ts'
import { dateText, wrapped } from './wording.ts'
import { zoneOf } from './zone.ts'

const afterDryRun =
  'A dry run: everybody of the file, as if all had been briefed; nothing was invented, and nothing was left behind.'

const simulates =
  'A simulation: the people are those of the file; what they answer, when they meet and what they say is invented, by the seed.'

/** Everything that a run was asked for, read and checked. */
interface Prepared {
  readonly options: Options
  readonly roster: Roster
  readonly chosen: ChosenPolicy
  readonly settings: Settings
  /** Whether the folder held no run before. */
  readonly isNew: boolean
  readonly progress: Progress
}

type Ended = E.Either<Stop, void>

const settingFor = ({ roster, chosen, settings }: Prepared): Setting =>
  settingOf({ ...settings, roster, policy: chosen.policy })

const introduction = ({ options, roster, settings }: Prepared): string => {
  const inRole = (role: Values.Role): string =>
    String(roster.people.filter(({ roles }) => roles.includes(role)).length)
  const people = `${inRole('mentor')} junior, ${inRole('mentee')} senior`
  return `${basename(options.roster)}: ${people}. Seed ${String(settings.seed)}.`
}

/** As many columns and rows as there are to show something in. */
const room = (): Pick<DraftsShown, 'width' | 'height'> => ({
  width: process.stdout.columns || 80,
  height: process.stdout.rows || 50,
})

/** The first draft, made in memory. */
const dryRunOf = async (prepared: Prepared): Promise<Ended> => {
  const { options, roster, chosen, progress } = prepared
  const { names, draft, trace } = options
  const done = await dryRun({
    setting: settingFor(prepared),
    ...{ rules: chosen.rules, zone: zoneOf(roster), development: trace, progress },
    shown: { names, ...room(), fileOf: () => draft },
  })
  progress.end()
  if (E.isRight(done)) progress.say(wrapped(afterDryRun))
  return done
}

const nextMidnight = (day: Values.Instant): Values.Instant => Values.plusDays(day, 1)

const runIn = async (prepared: Prepared, ports: Ports, signal: AbortSignal): Promise<Ended> => {
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
  } else if (last !== undefined && last.at >= until) {
    progress.say(
      `The folder stands at ${dateText(last.at)} already, after --until; only the report is written again.`,
    )
  } else if (last !== undefined) progress.say(`Going on after ${dateText(last.at)}.`)
  const lived = await live({
    setting,
    ports,
    rules: chosen.rules,
    zone: zoneOf(roster),
    until,
    shown: {
      names: options.names,
      ...room(),
      fileOf: (run) => join(options.out, `draft-${String(run + 1)}.csv`),
    },
    signal,
    development: options.trace,
    progress,
  })
  if (E.isLeft(lived)) return lived
  if (signal.aborted) {
    progress.end()
    progress.say('Stopped as you asked. The same command goes on from here.')
  }
  const { revision } = lived.right
  if (revision === 0) return E.right(undefined)
  const come = await eventsAfter(ports.store, setting.cohort, revision - 1)()
  if (E.isLeft(come)) return E.left(failed(sayFailure(come.left)))
  const reached = come.right.at(-1)?.at ?? setting.start
  const asOf = signal.aborted ? reached : Values.later(reached, Values.plusMillis(until, -1))
  const { names, out: folder, store } = options
  return tellEnd({ setting, ports, store, asOf, names, folder, progress })
}

/** Why nothing is begun there: a server holds the history of a run that another folder tells of. */
const takenBy = async (ports: Ports, { options }: Prepared): Promise<Stop | undefined> => {
  const page = await ports.store.readLog({ limit: 1 })()
  if (E.isLeft(page)) return failed(sayFailure(page.left))
  if (page.right.records.length === 0 && page.right.damaged === undefined) return undefined
  const where = storeWords(options.store) ?? options.out
  return askedWrongly(
    wrapped(
      `${where} holds the history of a run, and ${options.out} is not its folder. Name another schema with --schema, or its folder with --out.`,
    ),
  )
}

/** Keeps the settings and opens the ports: a server first, so that where it lets nobody in no folder is left behind. */
const begun = async (prepared: Prepared): Promise<E.Either<Stop, Ports>> => {
  const { options, settings, isNew } = prepared
  const isServer = options.store._tag === 'Postgres'
  const keep = async (): Promise<Stop | undefined> => {
    const kept = await keepSettings(options.out, settings)
    return E.isLeft(kept) ? askedWrongly(kept.left) : undefined
  }
  const before = isServer ? undefined : await keep()
  if (before !== undefined) return E.left(before)
  const ports = await openStore(options.store)()
  if (E.isLeft(ports) || !isServer) return ports
  const fault = (isNew ? await takenBy(ports.right, prepared) : undefined) ?? (await keep())
  if (fault === undefined) return ports
  await ports.right.close()
  return E.left(fault)
}

const realRun = async (prepared: Prepared, signal: AbortSignal): Promise<Ended> => {
  const { options, settings, progress } = prepared
  if (options.until !== undefined && options.until < settings.start) {
    return E.left(askedWrongly(`--until lies before the first day, ${dateText(settings.start)}.`))
  }
  const ports = await begun(prepared)
  if (E.isLeft(ports)) return ports
  progress.say(wrapped(simulates))
  const ended = await runIn(prepared, ports.right, signal)
  const closed = await ports.right.close()
  return E.isRight(ended) && E.isLeft(closed) ? E.left(failed(sayFailure(closed.left))) : ended
}

/** Brings the cohort that a folder holds up to date with a changed roster, or says how. */
const syncFolder = async (options: Options, file: string, progress: Progress): Promise<Ended> => {
  const loaded = await loadRoster({ ...options, roster: file, isBundled: false })
  if (E.isLeft(loaded)) return loaded
  const before = await readSettings(options.out)
  if (E.isLeft(before)) return E.left(askedWrongly(before.left))
  if (before.right === undefined)
    return E.left(askedWrongly(`${options.out} holds no run yet: begin one without --sync.`))
  const asked = storeWords(options.store)
  if (before.right.store !== asked)
    return E.left(
      askedWrongly(
        wrapped(`The folder ${options.out} was begun with ${before.right.store ?? 'no --store'}.`),
      ),
    )
  const ports = await openStore(options.store)()
  if (E.isLeft(ports)) return ports
  const { roster, notes } = loaded.right
  for (const text of notes) progress.say(text)
  const { seed } = before.right
  const ended = await sync({ options, roster, seed, ports: ports.right, progress })
  const closed = await ports.right.close()
  return E.isRight(ended) && E.isLeft(closed) ? E.left(failed(sayFailure(closed.left))) : ended
}

/** Does what was asked for: everything is read and checked before anything is written. */
export const demo = async (
  options: Options,
  progress: Progress,
  signal: AbortSignal = new AbortController().signal,
): Promise<Ended> => {
  if (options.sync !== undefined) return syncFolder(options, options.sync, progress)
  const loaded = await loadRoster(options)
  if (E.isLeft(loaded)) return loaded
  const { roster, notes } = loaded.right
  const print = fingerprint(roster)
  const asked = options.dryRun
    ? E.right(newSettings(options, print))
    : await settingsOf(options.out, options, print)
  if (E.isLeft(asked)) return E.left(askedWrongly(asked.left))
  const choice = { attributes: options.attributes, people: roster.people }
  const chosen = await choosePolicy(asked.right.policy, choice)()
  if (E.isLeft(chosen)) return E.left(askedWrongly(wrapped(chosen.left)))
  const settings = versioned(asked.right, chosen.right.policy)
  if (E.isLeft(settings)) return E.left(askedWrongly(settings.left))
  const looked = await lookAtStore(options.store)()
  if (E.isLeft(looked)) return looked
  const prepared = {
    ...{ options, roster, chosen: chosen.right, settings: settings.right, progress },
    isNew: asked.right.policyVersion === undefined,
  }
  const toSay = [...notes, ...chosen.right.notes.map((text) => wrapped(text))]
  for (const text of [...toSay, introduction(prepared)]) progress.say(text)
  return options.dryRun ? dryRunOf(prepared) : realRun(prepared, signal)
}
