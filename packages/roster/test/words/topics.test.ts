import { describe, expect, it } from 'vitest'
import { languageOf, topicCode } from '@reverse-mentoring/roster'
import { rosterOf } from '../read.ts'

describe('words', () => {
  it('that differ have codes that differ', () => {
    const words = ['C', 'C++', 'C#', '数据', 'AI 数据', 'AI 人工智能', 'AI', 'R&D', 'данные']
    const codes = words.map(topicCode)
    expect(codes).not.toContain(undefined)
    expect(new Set(codes).size).toBe(words.length)
    expect(codes.slice(0, 3)).toEqual(['c', 'c-plus-plus', 'c-sharp'])
  })

  it('that differ only in case, spaces and how they are joined have one code', () => {
    expect(new Set(['AI tools', 'ai-tools', ' AI  Tools '].map(topicCode)).size).toBe(1)
  })

  it('as long as a sentence are told apart at their ends', () => {
    const [a, b] = ['one', 'two'].map((end) =>
      topicCode(`A topic that takes very many words to name, number ${end}`),
    )
    expect(a).not.toBe(b)
    expect(a?.length).toBeLessThanOrEqual(40)
  })

  it('keep their spelling, and say with which other word they share a code', () => {
    const { topics, read } = rosterOf([
      'ID,Name,Grade,Manager,Role,Offers',
      ...['1,Boss,9,,,', '2,Ann,1,1,junior,"Résumé; C#"', '3,Bob,1,1,junior,Resume'],
    ])
    expect([...topics]).toEqual([
      ['resume', 'Résumé'],
      ['c-sharp', 'C#'],
    ])
    expect(read.notes).toContain('“Resume” and “Résumé” count as one topic, resume.')
  })

  it('name languages by BCP 47', () => {
    const english = ['en', 'EN', 'English', 'english', 'en-GB', 'English (fluent)']
    expect(new Set(english.map(languageOf))).toEqual(new Set(['en']))
    expect(['Deutsch', 'German', 'de_AT'].map(languageOf)).toEqual(['de', 'de', 'de'])
    expect(languageOf('Klingon')).toBe('klingon')
  })
})
