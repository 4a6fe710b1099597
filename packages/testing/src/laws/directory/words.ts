import assert from 'node:assert/strict'
import type { Port, Values } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { deface } from '../deface.ts'
import { anyText } from '../json.ts'
import { got, law, refused } from '../law.ts'
import { newId } from '../record.ts'
import { newCohort, newParticipant, newText } from './person.ts'

const texts = law<Port.Directory>(
  'a text comes back as it was put',
  async ({ adapter, forAll }) => {
    await forAll(fc.tuple(anyText, fc.nat(3)), async ([words, n]) => {
      const text = newText({ words, subjects: Array.from({ length: n }, newParticipant) })
      assert.equal(await got(adapter.findText(text.text)), undefined)
      const put = structuredClone(text)
      await got(adapter.putText(put))
      deface(put)
      deface(await got(adapter.findText(text.text)))
      assert.deepEqual(await got(adapter.findText(text.text)), text)
    })
  },
)

const rewritten = law<Port.Directory>(
  'a text that is put again is replaced, with those whom it is about',
  async ({ adapter }) => {
    const [author, once, now] = [newParticipant(), newParticipant(), newParticipant()]
    const text = newText({ author, subjects: [once, once] })
    await got(adapter.putText(text))
    const later = { ...text, subjects: [now, author], words: 'Later words.' }
    await got(adapter.putText(later))
    assert.deepEqual(await got(adapter.findText(text.text)), later)
    await got(adapter.erase([once]))
    assert.deepEqual(await got(adapter.findText(text.text)), later)
    await got(adapter.erase([now]))
    assert.equal(await got(adapter.findText(text.text)), undefined)
  },
)

const codeOf = (text: string): Values.Code => text as Values.Code

const labels = law<Port.Directory>(
  'labels are those of their language, and the later one counts',
  async ({ adapter, forAll }) => {
    const [english, german] = [`en-${newId()}`, `de-${newId()}`]
    const labelled = (language: string, code: string, label: string): Port.Label => ({
      language,
      code: codeOf(code),
      label,
    })
    assert.deepEqual(await got(adapter.labels(english)), new Map())
    await got(adapter.putLabels([labelled(english, 'ai', 'AI'), labelled(german, 'ai', 'KI')]))
    await got(
      adapter.putLabels([labelled(english, 'ai', 'AI tools'), labelled(english, 'video', 'Video')]),
    )
    const shown = new Map([
      [codeOf('ai'), 'AI tools'],
      [codeOf('video'), 'Video'],
    ])
    assert.deepEqual(await got(adapter.labels(english)), shown)
    deface(await got(adapter.labels(english)))
    assert.deepEqual(await got(adapter.labels(english)), shown)
    assert.deepEqual(await got(adapter.labels(german)), new Map([[codeOf('ai'), 'KI']]))
    assert.deepEqual(await got(adapter.labels(english.toUpperCase())), new Map())
    await forAll(anyText, async (text) => {
      const language = `${text}${newId()}`
      await got(adapter.putLabels([labelled(language, 'ai', text)]))
      assert.deepEqual(await got(adapter.labels(language)), new Map([[codeOf('ai'), text]]))
    })
  },
)

const salts = law<Port.Directory>(
  'a cohort keeps the first salt that it was offered',
  async ({ adapter, forAll }) => {
    await forAll(anyText, async (salt) => {
      const [cohort, another] = [newCohort(), newCohort()]
      assert.equal(await got(adapter.salt(cohort, salt)), salt)
      assert.equal(await got(adapter.salt(cohort, 'another')), salt)
      assert.equal(await got(adapter.salt(another, 'another')), 'another')
    })
    const cohort = newCohort()
    const offers = ['a', 'b', 'c', 'd'].map((fresh) => got(adapter.salt(cohort, fresh)))
    assert.equal(new Set(await Promise.all(offers)).size, 1, 'all who ask at once get one')
  },
)

const secrets = law<Port.Directory>(
  'an installation keeps the first secret that it was offered under a name, for all and after reopening',
  async ({ adapter, beside, reopened, forAll }) => {
    const another = await beside()
    await forAll(anyText, async (text) => {
      const name = `${text}${newId()}`
      assert.equal(await got(adapter.secret(name, text)), text)
      assert.equal(await got(another.secret(name, 'another')), text)
      assert.equal(await got(adapter.secret(`${name} `, 'another')), 'another')
    })
    const [name, cohort] = [newId(), newCohort()]
    assert.equal(await got(adapter.secret(name, 'first')), 'first')
    assert.equal(await got(adapter.salt(name as string as typeof cohort, 'salt')), 'salt')
    const ada = newParticipant()
    await got(adapter.listCohort(cohort, [ada]))
    await got(adapter.erase([ada]))
    assert.equal(await got((await reopened()).secret(name, 'second')), 'first')
  },
)

const unwritable = law<Port.Directory>(
  'a text that is no JSON is Misused, and the one that is there stays',
  async ({ adapter }) => {
    const text = newText()
    await got(adapter.putText(text))
    const broken = { ...text, words: 1n as unknown as string }
    await refused(adapter.putText(broken), 'Misused')
    assert.deepEqual(await got(adapter.findText(text.text)), text)
  },
)

/** Texts, labels, salts and secrets. */
export const wordsLaws = [texts, rewritten, unwritable, labels, salts, secrets]
