import { createHash } from 'node:crypto'

/** The schema that stands for what a folder would hold. */
export const schemaIn = (folder: string, end: string): string =>
  `t_${createHash('sha256').update(folder).digest('hex').slice(0, 20)}_${end}`
