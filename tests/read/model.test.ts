import { describe, expect, test } from 'vitest'
import { readModel } from '../../src/read/model.ts'
import { type Files, inFolder, places, soundModel } from './reading.ts'

const read = (changes: Record<string, string | Uint8Array | undefined>) => {
  const files = Object.fromEntries(Object.entries({ ...soundModel, ...changes }).filter(([, text]) => text !== undefined)) as Files
  return inFolder(files, folder => readModel(folder, 'the folder'))
}
const told = (changes: Parameters<typeof read>[0]): string[] => places(read(changes).diagnostics)

describe('a model folder', () => {
  test('is read to a model, with the files for the excerpts of messages', () => {
    const { value, diagnostics, sources } = read({})
    expect(diagnostics).toEqual([])
    expect(sources.map(({ file }) => file)).toEqual(['model.yaml', 'baseline.csv', 'budget.csv', 'users.csv'])
    expect(value).toMatchObject({ name: 'Shared service', host: 'NORTH', partners: [{ id: 'NORTH' }, { id: 'SOUTH' }] })
    expect(value?.budget.map(({ id }) => id)).toEqual(['email', 'team'])
    expect([...value!.counts.keys()]).toEqual(['users:email'])
  })

  test('may lack everything but the model and the budget', () => {
    expect(told({ 'baseline.csv': undefined, 'users.csv': undefined, 'budget.csv': 'line,category,rule,partner,2017/18\na,x,legacy,NORTH,5\n' })).toEqual([])
  })

  test('may hold what is no table', () => {
    expect(told({ 'README.md': 'x', 'notes.xlsx': new Uint8Array([0, 1]), 'old/budget.csv': 'x', 'expected/costs.csv': 'x' })).toEqual([])
  })

  test('is told what no command reads, and read all the same', () => {
    const { value, diagnostics } = read({ 'user.csv': 'x' })
    expect(places(diagnostics)).toEqual(['unknown-file'])
    expect(value).toBeDefined()
  })

  test.each<[string, Parameters<typeof read>[0], string[]]>([
    ['no model.yaml', { 'model.yaml': undefined }, ['no-model']],
    ['no budget', { 'budget.csv': undefined }, ['missing-file']],
    ['a budget without rows', { 'budget.csv': 'line,category,rule,2017/18\n' }, ['no-rows']],
    ['a budget of commas alone', { 'budget.csv': ',,,\n,,,\n' }, ['empty-file']],
    ['a model.yaml that is no YAML', { 'model.yaml': soundModel['model.yaml'].replace('  SOUTH', '\tSOUTH') }, ['model.yaml:7:1 broken-yaml']],
    ['a folder for a table', { 'users.csv': undefined, 'users.csv/x': 'x' }, ['unreadable-file']],
    ['a workbook for a table', { 'users.csv': new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0]) }, ['not-text']],
    ['an empty table', { 'users.csv': '' }, ['empty-file']],
    ['a header that cannot be read', { 'users.csv': 'system,partners,2017/18\nemail,NORTH,5\n' }, ['users.csv:1:8 unknown-column', 'users.csv:1:1 missing-column']],
  ])('with %s is told so once, and not again wherever it shows', (_, changes, codes) => {
    expect(told(changes)).toEqual(codes)
    expect(read(changes).value).toBeUndefined()
  })

  test('tells what is amiss in all of its files', () => {
    expect(told({
      'model.yaml': soundModel['model.yaml'].replace('GBP', 'gbp'), 'baseline.csv': soundModel['baseline.csv'].replace('SOUTH', 'WEST'),
      'budget.csv': soundModel['budget.csv'].replace('640000', '6e5'), 'users.csv': soundModel['users.csv'].replace('610', '-610'),
    })).toEqual(['model.yaml:2:11 bad-currency', 'baseline.csv:3:13 unknown-partner', 'budget.csv:2:24 bad-amount', 'users.csv:3:13 bad-count'])
  })

  test('that is not there, or is a file, is no model folder', () => {
    expect(places(readModel('/no/such/folder', 'x').diagnostics)).toEqual(['no-model'])
    expect(places(readModel(import.meta.filename, 'x').diagnostics)).toEqual(['no-model'])
  })
})

describe('the counts of a model', () => {
  test('are of users, of expected users and of any other driver', () => {
    const { value, diagnostics } = read({
      'expected-users.csv': 'system,partner,2017/18\nemail,NORTH,5\n', 'drivers.csv': 'driver,partner,period,count\nemail,NORTH,2017/18 Q2,7\n',
      'budget.csv': soundModel['budget.csv'].replace(',email,,', ',users:email,,'),
    })
    expect(diagnostics).toEqual([])
    expect([...value!.counts].map(([driver, partners]) => `${driver}: ${[...partners.keys()].join(' ')}`)).toEqual(['users:email: NORTH SOUTH', 'expected:email: NORTH', 'email: NORTH'])
  })

  test.each([['baseline', 'drivers.csv:2:1 reserved-name'], ['users:email', 'drivers.csv:2:1 reserved-name']])('cannot be of a driver called "%s"', (name, place) => {
    expect(told({ 'drivers.csv': `driver,partner,2017/18\n${name},NORTH,5\n` })).toEqual([place])
  })
})
