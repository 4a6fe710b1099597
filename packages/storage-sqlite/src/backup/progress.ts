/** How far a back-up is: pages that were copied, or records that were checked. */
export interface BackupProgress extends Step {
  readonly what: 'log' | 'directory'
}

/** The same of one file. */
export interface Step {
  readonly step: 'copied' | 'checked'
  readonly done: number
  readonly of: number
}

export type OnStep = (step: Step) => void
