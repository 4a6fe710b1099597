import { Cohort, Stored, View } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const views: ReadonlyArray<View.AnyView> = View.standardViews
const state = Cohort.foldCohort([...Scene.F, Scene.scheduled(1, 1, Scene.the.mentor, 5, 100)])

describe.each(views.map((view) => ({ name: view.name, view })))('The rows of $name', ({ view }) => {
  const validate = new Ajv2020({ strict: false }).compile(Stored.jsonSchema(view.codec))

  test('are what their JSON Schema says, and nothing else is', () => {
    for (const row of View.viewRows(view, state).values()) {
      expect(validate(row)).toBe(true)
      expect(validate({ ...row, odd: 1 })).toBe(false)
    }
  })
})
