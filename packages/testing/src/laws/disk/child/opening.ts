import * as E from 'fp-ts/lib/Either.js'
import type { Opened } from '../../place.ts'
import { answerOf, assertOpened, Misshapen } from '../../shape.ts'
import { tellFailure } from '../../tell-failure.ts'
import type { DiskModule, OpenIn } from '../disk.ts'
import { fail } from './talk.ts'

const listed = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? 'nothing' : `${names.map((name) => `\`${name}\``).join(' and ')}, and no`

/** The module of a disk, or in words why it cannot be loaded. */
export const loaded = async (module: string): Promise<DiskModule> => {
  try {
    return (await import(module)) as DiskModule
  } catch (defect) {
    return fail('loading', `the module cannot be loaded: ${String(defect)}`)
  }
}

/** Opens a port of a module in a folder, or says in words what to export. */
export const openedIn = async <Adapter>(
  module: DiskModule,
  name: keyof DiskModule,
  open: OpenIn<Adapter> | undefined,
  { folder, parts }: { readonly folder: string; readonly parts: ReadonlyArray<string> },
): Promise<Opened<Adapter>> => {
  const mend = `export \`${name}\`, (folder) => a task of { adapter, close }`
  if (open === undefined) {
    const names = Object.keys(module)
    const lacks = names.length === 0 ? '' : ` \`${name}\``
    return fail('loading', `the module exports ${listed(names)}${lacks}: ${mend}`)
  }
  const given: unknown = open
  if (typeof given !== 'function')
    return fail('loading', `\`${name}\` is ${String(given)}, and no function: ${mend}`)
  try {
    const answer = await answerOf(`\`${name}\``, open(folder), mend)
    if (E.isLeft(answer)) return fail('opening', tellFailure(answer.left))
    assertOpened(`\`${name}\``, answer.right, parts)
    return answer.right as Opened<Adapter>
  } catch (defect) {
    if (!(defect instanceof Misshapen)) throw defect
    return fail('loading', defect.message)
  }
}
