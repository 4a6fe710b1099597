import { Values } from '@reverse-mentoring/core'

const codes = (...texts: ReadonlyArray<string>): ReadonlyArray<Values.Code> =>
  texts.filter(Values.Code.is)

/** What pairings can be for. */
export const goals = codes(
  'digital-fluency',
  'customer-insight',
  'inclusive-leadership',
  'new-ways-of-working',
)

/** What the programme is for. */
export const objectives = codes('digital-fluency', 'inclusion', 'retention')

/** What everybody is asked at the start, half-time and the end. */
export const occasionQuestions = codes('belonging', 'heard', 'useful')

/** What is asked after a session. */
export const sessionQuestions = codes('session-useful')

/** What people's answers are about. */
export const themes = codes('technology', 'culture', 'career', 'customers', 'time')

/** Topics of the roster here that are about digital skills; there should be others beside them. */
export const digitalTopics = codes(
  'ai-tools',
  'prompt-writing',
  'short-video',
  'social-media',
  'data-visualisation',
  'low-code-automation',
  'security-habits',
  'mobile-payments',
)

/** What the codes are called, beside the topics. */
export const codeLabels: Readonly<Record<string, string>> = {
  'digital-fluency': 'Digital fluency',
  'customer-insight': 'Insight into customers',
  'inclusive-leadership': 'Inclusive leadership',
  'new-ways-of-working': 'New ways of working',
  inclusion: 'Inclusion',
  retention: 'Retention',
  belonging: 'I feel that I belong here',
  heard: 'I am being heard',
  useful: 'I am being useful',
  'session-useful': 'The session was useful',
  technology: 'Technology',
  culture: 'Culture',
  career: 'Career',
  customers: 'Customers',
  time: 'Time',
}
