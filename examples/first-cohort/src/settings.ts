import { Values, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { createHash, randomInt } from 'node:crypto'
import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { storeWords, type Store } from './store/store.ts'
import { writeWhole } from './write-whole.ts'
import type { Attributes } from './attributes.ts'
import type { Roster } from '@reverse-mentoring/roster'

/** What a folder's run was begun with; only so can it go on as it would have. */
const Settings = t.readonly(
  t.exact(
    t.intersection([
      t.type({
        seed: Values.Seed,
        start: Values.Instant,
        /** As it was asked for: `optimal`, `greedy`, or a path. */
        policy: t.string,
        /** Its id and version, so that a module that has changed is noticed. */
        policyVersion: t.string,
        /** SHA-256 of the people as read. */
        roster: Values.Digest,
      }),
      t.partial({
        /** What attributes count for, as it was asked for, and why identity may be read. */
        attributes: t.string,
        /** Where the run is kept, where that is not in the folder; who is let in there is not told. */
        store: t.string,
        /** What whoever finds the folder should know of it. */
        simulation: t.string,
      }),
    ]),
  ),
)
export type Settings = t.TypeOf<typeof Settings>

/** The settings before it is known which policy they name. */
export type Unversioned = Omit<Settings, 'policyVersion'> & Partial<Settings>

/** What was asked for this time. */
export interface Asked {
  readonly isBundled: boolean
  readonly seed?: number
  readonly start?: Values.Instant
  readonly policy?: string
  readonly attributes: Attributes
  readonly store: Store
}

/** What attributes count for and why, in words; none where nothing was asked. */
const wordsOf = ({ uses, legalBasis }: Attributes): string | undefined => {
  const words = [
    ...uses.map(({ text }) => `--use ${text}`),
    ...(legalBasis === undefined ? [] : [`--legal-basis ${legalBasis}`]),
  ]
  return words.length === 0 ? undefined : words.join(' ')
}

/** A fingerprint of the people as read: other columns or another file with the same people are the same roster. */
export const fingerprint = ({ people, topics }: Roster): Values.Digest => {
  const content = JSON.stringify([people.map(({ line: _line, ...person }) => person), [...topics]])
  const digest = createHash('sha256').update(content).digest('hex')
  if (Values.Digest.is(digest)) return digest
  throw new TypeError('SHA-256 made a digest that is none')
}

const defaultStart = '2026-01-12T00:00:00.000Z'

/** The settings of a new run. */
export const newSettings = (asked: Asked, roster: Values.Digest): Unversioned => {
  const { isBundled, seed = isBundled ? 1 : randomInt(2 ** 32), start, policy = 'optimal' } = asked
  const attributes = wordsOf(asked.attributes)
  const store = storeWords(asked.store)
  if (!Values.Instant.is(defaultStart)) throw new TypeError('the default start is no instant')
  return {
    simulation: 'What people did here was made up by the seed: nobody said, met or felt it.',
    ...{ seed, start: start ?? defaultStart, policy, roster },
    ...(attributes !== undefined && { attributes }),
    ...(store !== undefined && { store }),
  }
}

const fileIn = (folder: string): string => join(folder, 'settings.json')

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** What a run leaves beside its settings. */
const results = ['cohort.sqlite', 'directory.sqlite', 'report.html', 'report'].flatMap((name) =>
  name.endsWith('.sqlite') ? [name, `${name}-wal`] : [name],
)

/** A file of somebody else that a run would write over. */
const firstThere = async (folder: string): Promise<string | undefined> => {
  for (const name of results) if (await exists(join(folder, name))) return name
  const names = await readdir(folder).catch((): ReadonlyArray<string> => [])
  return names.find((name) => /^draft-\d+\.csv$/.test(name))
}

const beginAnew = 'Ask for the same again to go on, or choose another folder with --out.'

/** The settings with the policy as it is now, unless the run began with another version of it. */
export const versioned = (
  settings: Unversioned,
  { id, version }: Pick<Port.MatchingPolicy, 'id' | 'version'>,
): E.Either<string, Settings> => {
  const policyVersion = `${id} ${version}`
  const before = settings.policyVersion ?? policyVersion
  return before === policyVersion
    ? E.right({ ...settings, policyVersion })
    : E.left(
        `This run was begun with policy ${before}, and now it is ${policyVersion}. ${beginAnew}`,
      )
}

/** What differs from what the folder was begun with, in words. */
const difference = (before: Settings, asked: Asked, roster: Values.Digest): string | undefined => {
  const { seed, start, policy } = asked
  if (before.roster !== roster) return 'another roster, or other columns of it'
  if (before.attributes !== wordsOf(asked.attributes))
    return before.attributes ?? 'no --use and no --legal-basis'
  if (before.store !== storeWords(asked.store)) return before.store ?? 'no --store'
  if (seed !== undefined && seed !== before.seed) return `seed ${String(before.seed)}`
  if (start !== undefined && start !== before.start) return `start ${before.start.slice(0, 10)}`
  if (policy !== undefined && policy !== before.policy) return `policy ${before.policy}`
  return undefined
}

/** The settings of the run that a folder holds, if it holds one. */
export const readSettings = async (
  folder: string,
): Promise<E.Either<string, Settings | undefined>> => {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return E.right(undefined)
  const before = Settings.decode(parsed(text))
  return E.isRight(before)
    ? before
    : E.left(`${fileIn(folder)} cannot be understood. Choose another folder with --out.`)
}

/** The settings of the run that a folder holds; those of a new one where it holds none. */
export const settingsOf = async (
  folder: string,
  asked: Asked,
  roster: Values.Digest,
): Promise<E.Either<string, Unversioned>> => {
  const before = await readSettings(folder)
  if (E.isLeft(before)) return before
  if (before.right === undefined) {
    const taken = await firstThere(folder)
    return taken === undefined
      ? E.right(newSettings(asked, roster))
      : E.left(
          `${folder} holds a ${taken}, and no settings.json of the run that left it. Choose another folder with --out.`,
        )
  }
  const other = difference(before.right, asked, roster)
  return other === undefined
    ? E.right(before.right)
    : E.left(`The folder ${folder} was begun with ${other}. ${beginAnew}`)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps the settings, before anything else is written into the folder; or says that it cannot be written to. */
export const keepSettings = async (
  folder: string,
  settings: Settings,
): Promise<E.Either<string, void>> => {
  const text = `${JSON.stringify(Settings.encode(settings), undefined, 2)}\n`
  // Whatever keeps it from being made keeps the file from being written, which says so.
  await makeFolder(folder)
  const written = await writeWhole(fileIn(folder), text)
  return E.mapLeft((why: string) => `${why} Choose another folder with --out.`)(written)
}
