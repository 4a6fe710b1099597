import { openEngine, promise, systemSources } from '@reverse-mentoring/runtime'
import type { Looked } from '../audit/audit.ts'
import { cohorts, opening } from './commands.ts'

/** Opens the cohorts that all writers work in. */
export const prepare = async (ports: Looked): Promise<void> => {
  const engine = await promise(openEngine(ports))
  for (const cohort of cohorts) await promise(engine.handle(opening(cohort, systemSources.now())))
  await engine.close()
}
