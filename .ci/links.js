import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './documents.js'

const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Where the repository is looked at, without an end. */
export const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** All links of a text but those to a place in itself, without the place. */
export const linksIn = (text) =>
  [...text.matchAll(/\]\(([^)#\s]+)(#[^)\s]*)?\)/g)].map(([, to = '']) => to)

export const isAbsolute = (link) => /^[a-z]+:/i.test(link)

/** What a link to the repository leads to: its kind, and its path from the root. */
export const atHome = (link) => {
  if (!link.startsWith(`${home}/`)) return undefined
  const [, kind, path] = /^\/(blob|tree)\/HEAD\/(.+)$/.exec(link.slice(home.length)) ?? []
  return { kind, path }
}
