import { type Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import type { Memory } from './memory.ts'

/** Whether a text may stand under a field. */
type Allowed = (text: string, codes: Codes) => boolean

interface Codes {
  readonly lists: Readonly<Record<keyof Event.CodeLists, Set<string>>>
  /** Rules that may be told as reasons. */
  readonly told: ReadonlySet<string>
}

const words =
  (...fixed: ReadonlyArray<string>): Allowed =>
  (text) =>
    fixed.includes(text)

const from =
  (list: keyof Event.CodeLists): Allowed =>
  (text, { lists }) =>
    lists[list].has(text)

const instants = ['at', 'start', 'plannedEnd', 'began', 'waitingSince']
const ids = [
  ...[
    'id',
    'cohort',
    'programme',
    'continues',
    'enrolment',
    'participant',
    'chain',
    'direct',
    'trainer',
  ],
  ...[
    'coordinators',
    'against',
    'first',
    'second',
    'run',
    'pairing',
    'mentor',
    'mentee',
    'session',
    'meeting',
  ],
  ...['feedback', 'text', 'practice', 'nomination', 'candidate', 'concern', 'outcome'],
]

/** What each field of an event may hold, by the field's name; a text anywhere else is one too many. */
const allowed: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  ...instants.map((name): [string, Allowed] => [name, Values.Instant.is]),
  ...ids.map((name): [string, Allowed] => [name, Values.Uuid.is]),
  ['zone', Values.Zone.is],
  ['policyVersion', Values.Version.is],
  ['digest', Values.Digest.is],
  ['role', words('participant', 'coordinator', 'system', 'mentor', 'mentee')],
  ['briefing', words('mentor', 'mentee')],
  ['mode', words('reverse', 'reciprocal', 'remote', 'onSite')],
  ['consultation', words('mentee-first', 'together')],
  ['scheduler', words('either', 'mentor', 'mentee')],
  ['sameManager', words('allowed', 'forbidden')],
  ['disclosure', words('both', 'self', 'none')],
  ['purpose', words('pairing', 'identityMatching', 'communications', 'talentSharing', 'outcomes')],
  ['cancelledBy', words('mentor', 'mentee', 'programme')],
  ['occasion', words('start', 'session', 'half', 'end')],
  ['list', words('topics', 'goals', 'objectives', 'questions', 'themes')],
  ['codes', Values.Code.is],
  ['limit', from('rules')],
  ['kind', words('promoted', 'moved', 'stayed', 'left')],
  [
    'reason',
    words(
      ...['lapsed', 'completed', 'conflict', 'programme', 'not-ready', 'not-admissible'],
      ...['below-threshold', 'too-few-places', 'places-serve-others-better', 'limit', 'spread'],
      'struck',
    ),
  ],
  ['offered', from('topics')],
  ['sought', from('topics')],
  ['topics', from('topics')],
  ['byMentor', from('topics')],
  ['byMentee', from('topics')],
  ['goals', from('goals')],
  ['question', from('questions')],
  ['themes', from('themes')],
  ['policy', from('policies')],
  ['reasons', (text, { told }) => told.has(text)],
])

/** In the opening the lists themselves stand, and any code is new. */
const listed = new Set([
  ...['topics', 'goals', 'objectives', 'questions', 'themes', 'policies', 'code', 'legalBasis'],
  'attributes',
])

const codesOf = (opened: Event.CohortOpened | undefined): Codes => {
  const lists = opened?.codes
  const rules = lists?.rules ?? []
  return {
    lists: {
      topics: new Set(lists?.topics),
      goals: new Set(lists?.goals),
      objectives: new Set(lists?.objectives),
      questions: new Set(lists?.questions),
      themes: new Set(lists?.themes),
      policies: new Set(lists?.policies),
      rules: new Set(rules.map(({ code }) => code)),
    },
    told: new Set(rules.filter(({ disclosure }) => disclosure !== 'none').map(({ code }) => code)),
  }
}

/** Where a text stands that an event may not hold. */
const strayTexts = (
  field: string,
  value: unknown,
  isAllowed: (field: string, text: string) => boolean,
): ReadonlyArray<string> => {
  if (typeof value === 'string') return isAllowed(field, value) ? [] : [field]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => strayTexts(field, item, isAllowed))
  return Object.entries(value).flatMap(([name, item]) => strayTexts(name, item, isAllowed))
}

/** INV38, of the events of one cohort: every text is an id, an instant, a fixed word or a code from a list. */
export const stringFaults = (
  memory: Memory,
): ((event: Event.CohortEvent) => ReadonlyArray<Fault>) => {
  let opened = memory.opened
  let codes = codesOf(opened)
  return (event) => {
    const { type, ...fields } = event
    if (opened !== memory.opened) {
      opened = memory.opened
      codes = codesOf(opened)
    }
    const isAllowed = (field: string, text: string): boolean => {
      if (type === 'CohortOpened' && listed.has(field)) return Values.Code.is(text)
      return allowed.get(field)?.(text, codes) === true
    }
    const strays = strayTexts('', fields, isAllowed)
    if (event.type === 'CodesExtended') {
      for (const code of event.codes) codes.lists[event.list].add(code)
    }
    return faultIf(strays.length > 0, 'INV38', `not to be written down: ${strays.join(', ')}`)
  }
}
