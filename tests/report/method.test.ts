import { describe, expect, test } from 'vitest'
import { methodology } from '../../src/domain/methodology/methodology.ts'
import { one, ratio, zero } from '../../src/domain/ratio.ts'
import { methodJson } from '../../src/report/methodology/json.ts'
import { methodReport } from '../../src/report/methodology/report.ts'
import { percentText, quartersText, shareCells } from '../../src/report/methodology/words.ts'
import { writeMarkdown } from '../../src/write/markdown.ts'
import { writeText } from '../../src/write/text.ts'
import { alone, baselineLine, blend, costLine, counted, everyYear, model, percent, planOf, quarterNamed, yearNamed } from '../models.ts'
import { forAll, holds } from '../properties.ts'
import { models } from '../random-models.ts'

type Terms = Parameters<typeof model>[0]

const statement = (terms: Terms, year = '2017/18'): string => writeMarkdown(methodReport(methodology(planOf(model(terms)), yearNamed(year))))

/** £100 by 1 user and 1. */
const shared = { counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } }, budget: [costLine('waste', { '2017/18': '100.00' }, { driver: counted('users') })] }

describe('a methodology statement says nothing that does not hold', () => {
  test('of rules, blends, baselines, indices and credits that the model has none of', () => {
    const text = statement(shared)
    for (const word of ['legacy', 'project', 'pooled', 'blend', 'staff:', 'Index ', 'credit', 'starts afresh', 'change within the year']) expect(text).not.toContain(word)
    expect(text).toContain('No baseline is stated for the year, so there is no saving to show.')
    expect(text).toContain('No amount of 2017/18 is raised by an index.')
    expect(text).toContain("Over the year no partner's cost differs from its exact share.")
  })

  test('of a budget with nothing in it, or with nothing that is shared', () => {
    const nothing = statement({})
    expect(nothing).toContain('Nothing is budgeted for 2017/18.')
    expect(nothing).toContain('No cost of the year goes by a count.')
    const own = statement({ budget: [costLine('own', { '2017/18': '5.00' }, { rule: 'legacy', driver: alone('B') })] })
    expect(own).toContain('borne by B alone')
    expect(own).toContain('No cost of 2017/18 is divided between partners, so no share had to be rounded.')
    expect(own).not.toContain('Where partners share a line')
  })

  test('of pence where the currency has none, or of April where the year starts in another month', () => {
    const text = statement({ ...shared, currency: 'CHF', yearStarts: 1 })
    expect(text).toContain('begins on 1 January 2017')
    expect(text).toContain('in CHF.')
    expect(text).toContain('whole hundredths')
    expect(text).not.toMatch(/pence|penny|£/)
    expect(statement({ ...shared, currency: 'EUR' })).toContain('whole cents')
  })

  test('of a blend of one driver that it goes by several', () => {
    const [one, two, three] = [['calls', 100], ['calls', 50], ['users', 50]].map(([name, portion]) => ({ driver: counted(`${name}`), portion: percent(Number(portion)) }))
    const blends = new Map([['only', [one!]], ['mix', [two!, three!]], ['other', [two!, three!]]])
    const said = (...names: string[]): string => statement({
      blends, counts: { ...shared.counts, calls: { A: { '2017/18': 1 } } },
      budget: names.map(name => costLine(name, { '2017/18': '1.00' }, { driver: blend(name) })),
    })
    expect(said('only')).toContain('| only, 100% by calls |')
    expect(said('only')).not.toContain('several drivers')
    expect(said('mix', 'only')).toContain('The blend mix goes by several drivers at once, each for a portion of the cost.')
    expect(said('mix', 'only', 'other')).toContain('The blends mix and other go by several drivers at once')
  })

  test('of a rule whose lines go by another driver', () => {
    const text = statement({ counts: { calls: { A: { '2017/18': 1 } } }, budget: ['a', 'b'].map(id => costLine(id, { '2017/18': '1.00' }, { rule: 'staff', driver: counted('calls') })) })
    expect(text).toContain('These lines name another driver, and go by that instead: a (by calls) and b (by calls).')
  })
})

test('a part of a part is a heading below it', () => {
  const headings = [...statement(shared).matchAll(/^#+ \d\S*/gm)].map(([heading]) => heading)
  expect(headings).toEqual(['## 1.', '## 2.', '### 2.1', '## 3.', '## 4.', '## 5.', '## 6.', '## 7.', '## 8.'])
})

describe('a methodology statement tells', () => {
  test('who is in for a part of the year, and why', () => {
    const partners = ['A',
      { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q2'), leaves: quarterNamed('2017/18 Q3') },
      { id: 'C', name: 'C', leaves: quarterNamed('2016/17 Q4') },
      { id: 'D', name: 'Council D', joins: quarterNamed('2018/19 Q1') },
    ]
    const text = statement({ ...shared, partners })
    expect(text).toContain('Test has 4 partners: A, B, C and Council D (D).')
    expect(text).toContain('A takes part in the whole of the year.')
    expect(text).toContain('B takes part in 2017/18 Q2 to Q3: it joins in 2017/18 Q2 and its last quarter is 2017/18 Q3.')
    expect(text).toContain('C takes no part in 2017/18: it left at the end of 2016/17 Q4.')
    expect(text).toContain('D takes no part in 2017/18: it joins in 2018/19 Q1.')
    expect(text).toContain('| line | cost | A | B |')
  })

  test('a host that left before the year, or is yet to join, as one that takes no part', () => {
    for (const away of [{ leaves: quarterNamed('2016/17 Q4') }, { joins: quarterNamed('2018/19 Q1') }]) {
      const text = statement({ ...shared, partners: [{ id: 'A', name: 'Council A', ...away }, 'B'] })
      expect(text).toContain('Council A (A) is named as the host, but takes no part in 2017/18.')
      expect(text).not.toContain('employs the staff')
    }
    expect(statement({ ...shared, partners: [{ id: 'A', name: 'A', leaves: quarterNamed('2017/18 Q1') }, 'B'] })).toContain('A is the host: it employs the staff')
  })

  test('amounts by quarter, a rate that is gone, and shares that moved too little to show', () => {
    const text = statement({
      years: '2017/18 to 2018/19', indexation: new Map([['pay', { byYear: new Map([...everyYear(2).byYear, [yearNamed('2017/18'), { value: percent(2), at: { file: 'model.yaml', line: 1, column: 1, length: 1 } }]]) }]]),
      baseline: [baselineLine('A', { '2017/18': '1000.00', '2018/19': '1000.01' }), baselineLine('B', { '2017/18': '1000.00', '2018/19': '1000.00' })],
      budget: [costLine('team', { '2017/18': '10.00', '2018/19 Q1': '5.00', '2018/19 Q2': '5.00', '2018/19 Q3': '5.00', '2018/19 Q4': '-1.00' }, { rule: 'staff', index: 'pay', driver: { kind: 'baseline', category: 'staff' } })],
    }, '2018/19')
    expect(text).toContain('Stated for single quarters, in place of their part of the year: the budget line team in 2018/19.')
    expect(text).toContain('Index pay is not stated for 2018/19; it was 2% for 2017/18.')
    expect(text).toContain('Shares by baseline:staff moved by less than 0.05 of a percentage point, too little to show.')
    expect(text).toContain('| team | 10.00 | 14.00 | 4.00 | by quarter |')
    expect(text).toContain('A credit is divided as a cost of the same size would be.')
  })

  test('that counts change, though every one doubles and no share does, or one partner has all of them', () => {
    const doubled = { '2017/18': 1, '2017/18 Q3': 2 }
    for (const partners of [['A', 'B'], ['A']]) {
      const text = statement({ ...shared, partners, counts: { users: Object.fromEntries(partners.map(id => [id, doubled])) } })
      expect(text).toContain('by users; counts change in 2017/18 Q3')
      expect(text).toContain('Where counts change within the year, the percentages are what each partner bears of the year as a whole.')
      expect(text).toContain('Where its counts change within the year, that starts afresh with the quarter of the change.')
      expect(text).not.toMatch(/shares change/)
    }
  })

  test('baselines that rose alike, which moved no share, beside users that doubled', () => {
    const risen = { '2017/18': '100.00', '2018/19': '110.00' }
    const text = statement({
      years: '2017/18 to 2018/19', baseline: [baselineLine('A', risen), baselineLine('B', risen)],
      counts: { users: { A: { '2017/18': 1, '2018/19': 2 }, B: { '2017/18': 1, '2018/19': 2 } } },
      budget: [costLine('team', { '2017/18': '10.00', '2018/19': '10.00' }, { rule: 'staff', driver: { kind: 'baseline', category: 'staff' } }), costLine('waste', { '2017/18': '10.00', '2018/19': '10.00' }, { driver: counted('users') })],
    }, '2018/19')
    expect(text).toContain('The amounts of baseline:staff changed without moving a share.')
    expect(text).toContain('Drivers whose counts or shares changed')
    expect(text).toContain('| &emsp;A | 1 | 2 | 50.0% | 50.0% |')
  })

  test('that an index raises, lowers or leaves unchanged, by its rate', () => {
    const said = (rate: number): string => statement({
      ...shared, years: '2017/18 to 2018/19', indexation: new Map([['pay', everyYear(rate)]]), budget: [costLine('waste', { '2017/18': '100.00' }, { driver: counted('users'), index: 'pay' })],
    }, '2018/19')
    expect(said(2)).toContain('It raises the budget line waste.')
    expect(said(-2)).toContain('Index pay is -2% for 2018/19 (test.csv:1:1). It lowers the budget line waste.')
    expect(said(0)).toContain('Index pay is 0% for 2018/19 (test.csv:1:1). It leaves the budget line waste unchanged.')
  })

  test('that nothing changed where nothing did', () => {
    const { budget: _, ...terms } = shared
    const text = statement({ ...terms, years: '2017/18 to 2018/19', budget: [costLine('waste', { '2017/18': '100.00', '2018/19': '100.00' })] }, '2018/19')
    expect(text).toContain('Nothing changed.')
  })
})

test('for any model and any of its years it can be written, and fits 80 columns in its words', () => {
  forAll([models], drawn => {
    const plan = planOf(drawn)
    for (const year of drawn.years) {
      const of = methodology(plan, year)
      const report = methodReport(of)
      holds(writeMarkdown(report).startsWith('# Random: methodology statement for '), 'no title')
      const words = { ...report, parts: report.parts.filter(({ kind }) => kind === 'prose') }
      holds(writeText(words, { width: 80, colour: false }).split('\n').every(line => line.length <= 80), 'words that are too wide')
      holds(!/undefined|NaN|\[object/.test(JSON.stringify(methodJson(of)) + writeMarkdown(report)), 'something that is not there')
    }
  }, { numRuns: 400 })
})

describe('its words', () => {
  test('quarters are a year, a stretch, or a list', () => {
    const named = (...names: number[]): string => quartersText(names.map(name => quarterNamed(`2017/18 Q${name}`)))
    expect([named(1, 2, 3, 4), named(2), named(1, 2), named(1, 3), named(1, 2, 4)]).toEqual(['2017/18', '2017/18 Q2', '2017/18 Q1 to Q2', '2017/18 Q1 and Q3', '2017/18 Q1, Q2 and Q4'])
  })

  test('percentages have the decimals that they need', () => {
    expect([ratio(1n, 40n), one, zero, ratio(1n, 10n), ratio(-1n, 8n), ratio(1n, 3n)].map(percentText)).toEqual(['2.5%', '100%', '0%', '10%', '-12.5%', '33.33333333%'])
  })

  test('shares add up as shown to what they come to: three thirds to 100%, none to nothing', () => {
    const shown = (shares: Parameters<typeof shareCells>[0]) => shareCells(shares).map(cell => (cell.kind === 'percent' ? cell.shown : undefined))
    expect(shown([ratio(1n, 3n), ratio(1n, 3n), ratio(1n, 3n)])).toEqual([334n, 333n, 333n])
    expect(shown([zero, zero])).toEqual([0n, 0n])
  })
})
