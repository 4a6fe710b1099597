import { datesIn } from '../calendar/dates.ts'
import type { ReportData } from '../report-data.ts'
import { funnelSection } from './funnel.ts'
import { networkSection } from './network.ts'
import { pairingsSection } from './pairings.ts'
import { publishedSection } from './published.ts'
import type { Section } from './section.ts'
import { sessionsSection } from './sessions.ts'
import { toDoSection } from './to-do.ts'
import { topicsSection } from './topics.ts'
import { upcomingSection } from './upcoming.ts'
import { waitingSection } from './waiting.ts'

/** What a page has, in its order: first what there is to do. */
export const sectionsOf = (data: ReportData): ReadonlyArray<Section> => [
  toDoSection(data),
  waitingSection(data),
  upcomingSection(data),
  pairingsSection(data),
  funnelSection(data.funnel, data.headline.leastSessions),
  sessionsSection(data.sessions, data.zone),
  topicsSection(data.topics, data.rules.k),
  networkSection(data.network),
  publishedSection(data.published, data.rules.k, datesIn(data.zone)),
]
