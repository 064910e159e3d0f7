import { describe, expect, test } from 'vitest'
import { quarterName, yearName } from '../../src/domain/period.ts'
import { decimal } from '../../src/domain/ratio.ts'
import { readModelFile } from '../../src/read/model-file.ts'
import { places, soundModel, telling } from './reading.ts'

const read = (text: string) => telling(tell => readModelFile({ file: 'm', text }, tell))

const sound = soundModel['model.yaml']
const changed = (old: string, by: string): string => {
  expect(sound).toContain(old)
  return sound.replace(old, by)
}

describe('model.yaml', () => {
  test('says who the partners are, over which years and by what rates', () => {
    const { value, codes } = read(sound)
    expect(codes).toEqual([])
    expect(value).toMatchObject({ name: 'Shared service', currency: 'GBP', host: 'NORTH', blends: [] })
    expect(value.partners).toEqual([{ id: 'NORTH', name: 'North District Council' }, { id: 'SOUTH', name: 'South Borough Council' }])
    expect(value.years?.map(yearName)).toEqual(['2017/18', '2018/19'])
    expect(decimal(value.indexation!.get('pay')!.everyYear!.value, 2)).toBe('0.02')
  })

  test('gives the partners in code-point order, whatever the order of the file', () => {
    const { value } = read(changed('  NORTH: North District Council\n', '  b: B\n  é: É\n  B: B\n  010: Ten\n  NORTH: North\n'))
    expect(value.partners?.map(({ id }) => id)).toEqual(['010', 'B', 'NORTH', 'SOUTH', 'b', 'é'])
  })

  test('may say when a partner joins and leaves, by quarter or by year', () => {
    const { value, codes } = read(changed('SOUTH: South Borough Council', 'SOUTH: { name: South, joins: 2017/18 Q3, leaves: 2018/19 }'))
    const south = value.partners?.[1]
    expect(codes).toEqual([])
    expect([quarterName(south!.joins!), quarterName(south!.leaves!)]).toEqual(['2017/18 Q3', '2018/19 Q4'])
  })

  test('may give a rate for every year or for each', () => {
    const { value, codes } = read(changed('pay: 2%', 'pay: { 2018/19: 2%, 2019/20: -1.5% }\n  prices: 3%'))
    expect(codes).toEqual([])
    expect([...value.indexation!.get('pay')!.byYear].map(([year, rate]) => `${yearName(year)} ${decimal(rate.value, 3)}`)).toEqual(['2018/19 0.020', '2019/20 -0.015'])
    expect(value.indexation!.get('prices')!.byYear.size).toBe(0)
  })

  test('takes ids for what was typed, not for numbers or truths', () => {
    const { value, codes } = read(changed('  NORTH: North District Council\n', '  010: Ten\n  1e3: Thousand\n  yes: Yes\n  note: Note\n  __proto__: Proto\n  constructor: Con\n').replace('host: NORTH', 'host: __proto__'))
    expect(codes).toEqual([])
    expect(value.partners?.map(({ id, name }) => `${id} ${name}`)).toEqual(['010 Ten', '1e3 Thousand', 'SOUTH South Borough Council', '__proto__ Proto', 'constructor Con', 'note Note', 'yes Yes'])
  })

  test.each([
    ['name: Shared service\n', '', 'm:1:1 missing-key'], ['currency: GBP\n', '', 'm:1:1 missing-key'], ['years: 2017/18 to 2018/19\n', '', 'm:1:1 missing-key'],
    ['host: NORTH\n', '', 'm:1:1 missing-key'],
    ['name: Shared service', 'name:', 'm:1:6 wrong-shape'], ['name: Shared service', 'name: [a]', 'm:1:7 wrong-shape'], ['name: Shared service', 'name: ""', 'm:1:7 wrong-shape'],
    ['GBP', 'gbp', 'm:2:11 bad-currency'], ['GBP', '£', 'm:2:11 bad-currency'], ['GBP', 'GBPS', 'm:2:11 bad-currency'],
    ['2017/18 to 2018/19', '2018/19 to 2017/18', 'm:3:8 bad-years'], ['2017/18 to 2018/19', '[2017/18]', 'm:3:8 wrong-shape'],
    ['host: NORTH', 'host: north', 'm:4:7 unknown-partner'], ['host: NORTH', 'host: { NORTH: x }', 'm:4:7 wrong-shape'],
    ['pay: 2%', 'pay: 2', 'm:9:8 bad-percent'], ['pay: 2%', 'pay: [2%]', 'm:9:8 wrong-shape'], ['pay: 2%', 'pay: { 2018: 2% }', 'm:9:10 bad-period'],
    ['pay: 2%', 'pay: { 2018/19 Q1: 2% }', 'm:9:10 bad-period'], ['pay: 2%', 'pay: { 2018/19: 2 }', 'm:9:19 bad-percent'], ['pay: 2%', 'pay:', 'm:9:7 wrong-shape'],
    ['indexation:\n  pay: 2%', 'indexation: 2%', 'm:8:13 wrong-shape'], ['indexation:', 'indices:', 'm:8:1 unknown-key'], ['indexation:\n', 'indexation:\n  pay: 2%\nHost: x\nx:\n', 'm:10:1 unknown-key'],
    ['South Borough Council', '', 'm:7:10 wrong-shape'], ['South Borough Council', '[a]', 'm:7:10 wrong-shape'], ['South Borough Council', '{ joins: 2017/18 }', 'm:7:10 missing-key'],
    ['South Borough Council', '{ name: South, joined: 2017/18 }', 'm:7:25 unknown-key'], ['South Borough Council', '{ name: South, joins: 2017 }', 'm:7:32 bad-period'],
    ['South Borough Council', '{ name: South, joins: 2018/19, leaves: 2018/19 Q0 }', 'm:7:49 bad-period'],
    ['South Borough Council', '{ name: South, joins: 2018/19 Q3, leaves: 2018/19 Q2 }', 'm:7:52 leaves-before-joining'],
  ])('is refused at its place where "%s" is "%s": %s', (old, by, place) => {
    expect(places(read(changed(old, by)).told)[0]).toBe(place)
  })

  test.each(['{}', '[]', 'NORTH', '', '\n  - NORTH\n  - SOUTH'])('needs partners with their names: %j', partners => {
    const { codes } = read(`name: x\ncurrency: GBP\nyears: 2017/18\nhost: NORTH\npartners: ${partners}\n`)
    expect(codes).toEqual(['wrong-shape'])
  })

  test.each(['', '# nothing', '- name: x', 'name', '[a, b]', '"name: x"'])('is refused once where it is %j', text => {
    const { value, codes } = read(text)
    expect(codes).toEqual(['wrong-shape'])
    expect(value).toEqual({ yearStarts: 4 })
  })

  test('lacks each key that is not there', () => {
    expect(read('name: x').codes).toEqual(['missing-key', 'missing-key', 'missing-key', 'missing-key'])
  })
})
