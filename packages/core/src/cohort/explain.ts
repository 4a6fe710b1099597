import type { CodeList, Refusal } from './command/refusal.ts'
import type { Gate } from './state/ready.ts'

/** What things are called in the sentences; every one can be replaced (another language, another programme's words). */
export interface Labels {
  readonly cohort: string
  readonly pairing: string
  readonly enrolment: string
  readonly session: string
  readonly mentor: string
  readonly mentee: string
  readonly gates: Readonly<Record<Gate, string>>
  readonly lists: Readonly<Record<CodeList, string>>
  /** What somebody or something with an id is called, for whom the reader may know of; its id where there is no name. */
  readonly nameOf?: (id: string) => string | undefined
}

export const englishLabels: Labels = {
  cohort: 'cohort',
  pairing: 'pairing',
  enrolment: 'enrolment',
  session: 'session',
  mentor: 'mentor',
  mentee: 'mentee',
  gates: {
    enrolment: 'an enrolment in this role',
    pause: 'an end of the pause',
    line: 'a known line of management',
    seniority: 'a known seniority',
    purpose: 'the acknowledgement of the purpose',
    briefing: 'the briefing',
    hours: 'the hours committed',
  },
  lists: {
    topics: 'topics',
    goals: 'goals',
    questions: 'questions',
    themes: 'themes',
    rules: 'matching rules that may be told',
    policies: 'matching policies',
  },
}

const unsound: Readonly<Record<Extract<Refusal, { _tag: 'UnsoundRules' }>['problem'], string>> = {
  'ends-before-start': 'The planned end must lie after the start.',
  'least-above-planned': 'No more sessions can be asked for than are planned.',
  'unknown-excludes-without-legal-basis':
    'A matching rule may exclude people whose attribute is unknown only with a recorded legal basis.',
  'code-listed-twice': 'A code can stand only once in its list.',
  'too-many-codes':
    'The list would become too long: it has at most 1000 topics, or 500 other codes.',
  'direct-not-above':
    'Direct managers stand above, too: name them in the chain, or leave them out.',
  'external-with-chain':
    'External people have no manager here: leave out the chain, or that the person is external.',
}

/** One sentence that says why not and, where there is a way, what to do. It tells no more than the refusal itself. */
export const explain = (refusal: Refusal, labels: Labels = englishLabels): string => {
  const called = (id: string): string => labels.nameOf?.(id) ?? id
  switch (refusal._tag) {
    case 'NotAllowed':
      return `This ${refusal.by.role} is not allowed to do that.`
    case 'UnknownCohort':
      return `There is no ${labels.cohort} ${called(refusal.cohort)}; it has to be opened first.`
    case 'UnknownParticipant':
      return `${called(refusal.participant)} was never enrolled in this ${labels.cohort}.`
    case 'UnknownEnrolment':
      return `There is no ${labels.enrolment} ${called(refusal.enrolment)} in this ${labels.cohort}.`
    case 'UnknownPairing':
      return `There is no ${labels.pairing} ${called(refusal.pairing)}.`
    case 'UnknownSession':
      return `There is no ${labels.session} ${called(refusal.session)} here.`
    case 'PairingOver':
      return `The ${labels.pairing} ${called(refusal.pairing)} is over.`
    case 'EnrolmentOver':
      return `The ${labels.enrolment} ${called(refusal.enrolment)} is over; enrol again under a new id while the ${labels.cohort} is open.`
    case 'SessionOver':
      return `The ${labels.session} ${called(refusal.session)} is already recorded, as held or as cancelled: reopen it first, or leave it as it is.`
    case 'CohortOver':
      return `The ${labels.cohort} ${called(refusal.cohort)} is closed.`
    case 'IdTaken':
      return `The id ${called(refusal.id)} already stands for something else; use a new one.`
    case 'Superseded':
      return 'Something newer was said about this already.'
    case 'UnknownCode':
      return `“${refusal.code}” is not one of this ${labels.cohort}'s ${labels.lists[refusal.list]}.`
    case 'AlreadyEnrolled':
      return `${called(refusal.participant)} is already enrolled as ${labels[refusal.role]}: amend that ${labels.enrolment}, or have the line recorded.`
    case 'NotReady':
      return `${called(refusal.participant)} cannot be matched as ${labels[refusal.role]} yet; missing: ${refusal.missing.map((gate) => labels.gates[gate]).join(', ')}.`
    case 'NoPlace':
      return `${called(refusal.participant)} has no free place as ${labels[refusal.role]}; raise the capacity or wait for one.`
    case 'NotAdmissible':
      return `${called(refusal.mentor)} and ${called(refusal.mentee)} cannot be paired in this ${labels.cohort}.`
    case 'NotFormal':
      return `The ${labels.pairing} ${called(refusal.pairing)} is not formal: both have to agree first.`
    case 'AlreadyFormal':
      return `The ${labels.pairing} ${called(refusal.pairing)} is formal: both have agreed.`
    case 'TooEarly':
      return refusal.after === undefined
        ? `That is possible only once the ${labels.cohort} is closed.`
        : `That is not possible before ${refusal.after}.`
    case 'TooFar':
      return `That lies too far ahead: it may be at ${refusal.latest} at the latest.`
    case 'Overlapping':
      return `The ${labels.session} ${called(refusal.session)} is planned for that time already; take another one.`
    case 'OtherTerms':
      return `This ${labels.cohort} asks for consent to version ${String(refusal.asked)} of its terms.`
    case 'NoConsent':
      return `There is no standing consent for “${refusal.purpose}”.`
    case 'StaleDraft':
      return `The ${labels.cohort} has changed since the draft was made; make it again.`
    case 'UnsoundRules':
      return unsound[refusal.problem]
  }
}
