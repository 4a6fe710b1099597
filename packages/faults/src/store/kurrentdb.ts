import { randomUUID } from 'node:crypto'
import type { Scope } from '../scope.ts'
import { addressOf, newFolder } from './folder.ts'
import { startNode } from './node.ts'
import type { KurrentStore } from './store.ts'

/** The log on the node of `KURRENTDB_URL`, or on a server of its protocol; views and directory in files beside it. */
export const kurrentStore = async (scope: Scope): Promise<KurrentStore> => {
  const given = process.env['KURRENTDB_URL'] ?? ''
  const node = given === '' ? await startNode(scope) : undefined
  return {
    ...{ name: 'KurrentDB', node },
    newAddress: async () => {
      const files = addressOf(await newFolder(scope))
      const beside = new URLSearchParams({ prefix: `f-${randomUUID().slice(0, 8)}`, files })
      return `${node?.url ?? given}#${beside.toString()}`
    },
  }
}
