import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/domain/scenario/change.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { readModel } from '../../../src/read/model.ts'
import { readScenarios } from '../../../src/read/scenario/scenarios.ts'
import { percent, period, pounds, quarterNamed, yearNamed } from '../../models.ts'
import { type Files, inFolder, places, soundModel, telling } from '../reading.ts'

/** What the scenarios of a folder read as, the sound model being that of `reading.ts`. */
function read(files: Files, asked?: readonly string[], cwd = '.') {
  return inFolder({ ...soundModel, 'drivers.csv': 'driver,partner,2017/18\npopulation,NORTH,5\npopulation,SOUTH,4\n', ...files }, folder => {
    const { value } = readModel(folder, 'model')
    const { value: of, told } = telling(tell => readScenarios(folder, asked, join(folder, cwd), value!, tell))
    return { ...of, places: places(told), told }
  })
}

/** A change as it is read, without its place. */
function change(text: string): Omit<Change, 'at'> {
  const { scenarios, places: amiss } = read({ 'scenarios/x.yaml': `name: X\nchanges:\n  - ${text.replaceAll('\n', '\n    ')}\n` })
  expect(amiss).toEqual([])
  const { at, ...of } = scenarios[0]!.changes[0]!
  expect([at.file, at.line]).toEqual(['scenarios/x.yaml', 3])
  return of
}

const span = (first: string, last: string, quarterly = false) => [{ first: quarterNamed(first), last: quarterNamed(last), ...(quarterly && { quarterly: true }) }]

describe('a change of amounts', () => {
  test('of all, and of what is named', () => {
    expect(change('amounts: all\nscale: 90%')).toEqual({ kind: 'amounts', of: 'budget', target: {}, adjustment: { how: 'scale', by: { central: percent(90) } } })
    expect(change('amounts: { line: em*, category: other, rule: shared, system: email, tag: usd, year: 2017/18 }\nset: £1.2k')).toEqual({
      kind: 'amounts', of: 'budget', target: { line: 'em*', category: 'other', rule: 'shared', system: 'email', tag: 'usd', span: span('2017/18 Q1', '2017/18 Q4') }, adjustment: { how: 'set', by: { central: ratio(120_000n) } },
    })
    expect(change('baseline: { line: staff, partner: NORTH }\nadd: (£5.00)')).toEqual({ kind: 'amounts', of: 'baseline', target: { line: 'staff', partner: 'NORTH' }, adjustment: { how: 'add', by: { central: ratio(-500n) } } })
  })

  test.each([['-£5', -500n], ['+ £5', 500n], ['−5', -500n], ['5.01', 501n]])('adds %s', (text, pence) => {
    expect(change(`amounts: all\nadd: "${text}"`)).toMatchObject({ adjustment: { by: { central: ratio(pence) } } })
  })

  test.each([
    ['year: [2017/18, 2018/19]', [...span('2017/18 Q1', '2017/18 Q4'), ...span('2018/19 Q1', '2018/19 Q4')]],
    ['quarter: 2017/18 Q2', span('2017/18 Q2', '2017/18 Q2', true)],
    ['from: 2018/19', span('2018/19 Q1', '2018/19 Q4')],
    ['to: 2017/18 Q3', span('2017/18 Q1', '2017/18 Q3', true)],
    ['from: 2017/18 Q4, to: 2018/19', span('2017/18 Q4', '2018/19 Q4', true)],
  ])('in { %s }', (text, wanted) => {
    expect(change(`amounts: { ${text} }\nscale: 90%`)).toMatchObject({ target: { span: wanted } })
  })

  test.each([
    ['{ low: 90%, likely: 100%, high: 120% }', percent(100), { kind: 'triangular', low: percent(90), likely: percent(100), high: percent(120) }],
    ['{ low: 90%, high: 120% }', percent(105), { kind: 'uniform', low: percent(90), high: percent(120) }],
    ['{ mean: 100%, deviation: 5%, name: dollar }', percent(100), { kind: 'normal', mean: percent(100), deviation: percent(5), name: 'dollar' }],
    ['{ values: { 100%: 70%, 130%: 30% } }', percent(100), { kind: 'discrete', values: [{ value: percent(100), chance: percent(70) }, { value: percent(130), chance: percent(30) }] }],
    ['{ values: { 100%: 30%, 130%: 70% } }', percent(130), { kind: 'discrete' }],
  ])('by a range %s', (text, central, range) => {
    expect(change(`amounts: all\nscale: ${text}`)).toMatchObject({ adjustment: { how: 'scale', by: { central, range } } })
  })
})

test('a change of counts, of rates, and of the start', () => {
  expect(change('users: { system: email, partner: SOUTH }\nset: 12.5')).toEqual({ kind: 'counts', driver: 'users:email', partner: 'SOUTH', adjustment: { how: 'set', by: { central: ratio(25n, 2n) } } })
  expect(change('drivers: all\nadd: -5')).toEqual({ kind: 'counts', driver: '*', adjustment: { how: 'add', by: { central: ratio(-5n) } } })
  expect(change('rate: { index: pay, from: 2018/19 }\nadd: +1%')).toEqual({ kind: 'rates', index: 'pay', span: span('2018/19 Q1', '2018/19 Q4'), adjustment: { how: 'add', by: { central: percent(1) } } })
  expect(change('start: 85%\ncategory: staff')).toEqual({ kind: 'start', share: { central: percent(85) }, category: 'staff' })
})

test('a line that moves, is late, or is new', () => {
  expect(change('move: { line: email }\nto: { rule: legacy, partner: SOUTH }\nfrom: 2018/19')).toEqual({ kind: 'move', target: { line: 'email' }, to: { rule: 'legacy', driver: { kind: 'direct', partner: 'SOUTH' } }, from: quarterNamed('2018/19 Q1') })
  // The rule takes its driver from the category of the lines that are meant.
  expect(change('move: { line: team }\nto: { rule: staff }')).toMatchObject({ to: { driver: { kind: 'baseline', category: 'staff' } } })
  expect(change('move: all\nto: { rule: shared, driver: email }')).toMatchObject({ to: { driver: { kind: 'counted', name: 'users:email' } } })
  expect(change('delay: { line: email, year: 2017/18 }\nby: 2 years')).toEqual({ kind: 'delay', target: { line: 'email', span: span('2017/18 Q1', '2017/18 Q4') }, quarters: 8 })
  expect(change('delay: all\nby: 1 quarter')).toMatchObject({ quarters: 1 })
  const { line } = change('line: { line: new, category: other, rule: shared, driver: email, index: pay, description: New, profile: Q4, tags: usd cloud, amounts: { 2017/18: £5, 2018/19 Q2: 6 } }') as Extract<Change, { kind: 'line' }>
  expect(line).toMatchObject({ id: 'new', category: 'other', rule: 'shared', driver: { kind: 'counted', name: 'users:email' }, index: 'pay', description: 'New', profile: [0n, 0n, 0n, 1n], tags: ['usd', 'cloud'] })
  expect([line.amounts.years.get(yearNamed('2017/18'))?.value, line.amounts.quarters.get(quarterNamed('2018/19 Q2'))?.value]).toEqual([500n, 600n])
})

describe('partners', () => {
  test('that join have what is counted of them, and a baseline raised by an index or the same each year', () => {
    const of = change('join: { partner: WEST, quarter: 2017/18 Q3 }\nusers: { email: 5 }\ndrivers: { population: 7 }\nbaseline:\n  staff: { amount: "£1,000", index: pay }') as Extract<Change, { kind: 'join' }>
    expect(of).toMatchObject({ partner: { id: 'WEST', name: 'WEST', joins: quarterNamed('2017/18 Q3') }, counts: [{ driver: 'users:email', count: ratio(5n) }, { driver: 'population', count: ratio(7n) }] })
    expect(of.baseline).toMatchObject([{ id: 'staff', category: 'staff', partner: 'WEST', index: 'pay' }])
    expect([...of.baseline[0]!.amounts.years].map(([year, { value }]) => [year, value])).toEqual([[2017, pounds('1000.00')]])
    const same = change('join: { partner: WEST, name: West, quarter: 2017/18 }\nbaseline: { other: £5 }') as Extract<Change, { kind: 'join' }>
    expect([...same.baseline[0]!.amounts.years].map(([year, { value }]) => [year, value])).toEqual([[2017, 500n], [2018, 500n]])
    expect(same.partner).toEqual({ id: 'WEST', name: 'West', joins: quarterNamed('2017/18 Q1') })
  })

  test.each([['', { by: 'others' }, 'stay'], ['\ncosts: others', { by: 'others' }, 'stay'], ['\ncosts: host\nown-lines: go', { by: 'host' }, 'go'], ['\ncosts: { leaver: 1 year }', { by: 'leaver', quarters: 4 }, 'stay']])('that leave%j', (text, costs, ownLines) => {
    expect(change(`leave: { partner: SOUTH, after: 2017/18 }${text}`)).toEqual({ kind: 'leave', partner: 'SOUTH', last: (period('2017/18 Q4') as { quarter: number }).quarter, costs, ownLines })
  })

  test('that join may be named by the other changes, of this file or of one that builds on it', () => {
    const { scenarios, places: amiss } = read({
      'scenarios/west.yaml': 'name: West\nchanges:\n  - move: { line: email }\n    to: { rule: legacy, partner: WEST }\n  - join: { partner: WEST, quarter: 2017/18 }\n  - users: { partner: WEST }\n    set: 5\n',
      'scenarios/out.yaml': 'name: Out\nbased-on: west\nchanges:\n  - line: { line: extra, category: other, rule: legacy, partner: WEST, amounts: { 2017/18: 5 } }\n  - amounts: { line: extra, partner: WEST }\n    scale: 90%\n  - leave: { partner: WEST, after: 2017/18 }\n',
    })
    expect([amiss, scenarios.map(({ id, changes }) => [id, changes.map(({ kind }) => kind)])]).toEqual([[], [['out', ['move', 'join', 'counts', 'line', 'amounts', 'leave']], ['west', ['move', 'join', 'counts']]]])
  })
})

describe('files', () => {
  const start = (share: string): string => `name: ${share}\nchanges:\n  - start: ${share}\n`

  test('are those of scenarios/, in code-point order, and go by the name of the file', () => {
    const { scenarios, places: amiss, sources } = read({ 'scenarios/b.yml': start('80%'), 'scenarios/a.YAML': start('90%'), 'scenarios/.c.yaml': '', 'scenarios/README.md': '' })
    expect([scenarios.map(({ id, name }) => [id, name]), amiss]).toEqual([[['a', '90%'], ['b', '80%']], []])
    expect(sources.map(({ file, within }) => [file, within])).toEqual([['scenarios/a.YAML', 'scenarios/a.YAML'], ['scenarios/b.yml', 'scenarios/b.yml']])
  })

  test('may be asked for by name, with or without its ending, by path, and more than once', () => {
    const files = { 'scenarios/a.yaml': start('90%'), 'mine/b.yaml': start('80%') }
    for (const asked of [['a'], ['a.yaml'], ['scenarios/a.yaml'], ['a', './scenarios/a.yaml']]) expect(read(files, asked).scenarios.map(({ id }) => id)).toEqual(['a'])
    const { scenarios, sources } = read(files, ['b.yaml', '../scenarios/a.yaml'], 'mine')
    expect(scenarios.map(({ id }) => id)).toEqual(['b', 'a'])
    // A file that is there is meant before one of its name in scenarios/; a name never is a file.
    const both = { 'scenarios/a.yaml': start('90%'), 'mine/a.yaml': start('80%') }
    expect([['a.yaml'], ['a']].map(asked => read(both, asked, 'mine').scenarios[0]!.name)).toEqual(['80%', '90%'])
    expect(sources.map(({ file, within }) => [file, within])).toEqual([['b.yaml', 'mine/b.yaml'], ['../scenarios/a.yaml', 'scenarios/a.yaml']])
  })

  test('build on one another, each once, however often it is built on', () => {
    const on = (base: string, share: string): string => `name: ${share}\nbased-on: ${base}\nchanges:\n  - start: ${share}\n`
    const { scenarios } = read({ 'scenarios/a.yaml': start('90%'), 'scenarios/b.yaml': on('a', '80%'), 'scenarios/c.yaml': on('a.yaml', '70%'), 'scenarios/d.yaml': 'name: D\nbased-on: [b, c]\n' }, ['d'])
    expect(scenarios[0]!.changes.map(each => each.kind === 'start' && each.share.central)).toEqual([percent(90), percent(80), percent(70)])
  })

  test('that build on themselves, and faults of one that others build on, are told once', () => {
    const files = { 'scenarios/a.yaml': 'name: A\nbased-on: a.yaml\nchanges: []\n', 'scenarios/b.yaml': 'name: B\nbased-on: [a, c]\nchanges: []\n', 'scenarios/c.yaml': 'name: C\nchanges:\n  - start: 85\n', 'scenarios/d.yaml': 'name: D\nbased-on: [c, e]\n' }
    expect(read(files).places).toEqual(['scenarios/a.yaml:2:11 circular-scenario', 'scenarios/d.yaml:2:15 unknown-scenario', 'scenarios/c.yaml:3:12 bad-percent'])
  })

  test('without changes or a name, or with a text for either, are told', () => {
    expect(read({ 'scenarios/a.yaml': 'description: none\n' }).places).toEqual(['scenarios/a.yaml:1:1 missing-key', 'scenarios/a.yaml:1:1 missing-key'])
    expect(read({ 'scenarios/a.yaml': '' }).places).toEqual(['scenarios/a.yaml:1:1 bad-change'])
    expect(read({ 'scenarios/a.yaml': new Uint8Array([80, 75, 3, 4, 0, 0, 1]) }).places).toEqual(['not-text'])
  })
})
