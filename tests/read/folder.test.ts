import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPartOfModel, listFolder, readSource } from '../../src/read/folder.ts'
import { inFolder, telling } from './reading.ts'

describe('what belongs to a model', () => {
  test.each(['model.yaml', 'budget.csv', 'actuals.csv', 'expected/costs.csv', 'issued/2017-18-Q1.json', 'scenarios/x.yaml', 'actuals/april.csv', 'BUDGET.csv', '../two/budget.csv'])('is %s', file => {
    expect(inFolder({ 'one/model.yaml': '', 'two/model.yaml': '' }, folder => isPartOfModel(join(folder, 'one', file)))).toBe(true)
  })

  test.each(['plan.txt', 'out/plan.csv', 'budget.csv.bak', '../budget.csv', 'out/budget.csv', '../expected/costs.csv'])('is not %s', file => {
    expect(inFolder({ 'one/model.yaml': '', 'two/model.yaml': '' }, folder => isPartOfModel(join(folder, 'one', file)))).toBe(false)
  })
})

describe('the files of a folder', () => {
  test('are listed in code-point order, and none where there is no folder', () => {
    expect(inFolder({ b: '', a: '', B: '', é: '', 'sub/x': '' }, listFolder)).toEqual(['B', 'a', 'b', 'sub', 'é'])
    expect(listFolder('/no/such/folder')).toBeUndefined()
  })

  test('are read as text under the name they go by', () => {
    const read = telling(tell => inFolder({ 'a.csv': Buffer.from('\ufeff£5') }, folder => readSource(folder, 'a.csv', tell)))
    expect(read).toMatchObject({ value: { file: 'a.csv', text: '£5' }, codes: [] })
  })

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['not there', { b: '' }, 'unreadable-file'], ['a folder', { 'a.csv/x': '' }, 'unreadable-file'], ['no text', { 'a.csv': Buffer.from('a,b\n\0') }, 'not-text'],
  ])('are told where one is %s', (_, files, code) => {
    expect(telling(tell => inFolder(files, folder => readSource(folder, 'a.csv', tell)))).toMatchObject({ value: undefined, codes: [code] })
  })
})
