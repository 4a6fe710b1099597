/**
 * From where a mentee reads so many mentors: of equal ones everybody then takes others, and not all the same few. Spread by
 * the golden ratio (Knuth 1973, §6.4).
 */
export const turnOf = (mentee: number, count: number): number =>
  count === 0 ? 0 : (Math.imul(mentee + 1, 0x9e3779b1) >>> 0) % count
