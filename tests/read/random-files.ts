/**
 * Arbitrary sound model folders, as the sheets and names that a person would keep, and how they come to be files: in
 * any order of rows, columns and partners, and each table wide or long. What is drawn says what the model is; the order
 * in which it is written must never show.
 */
import fc from 'fast-check'
import type { Files } from './reading.ts'

/** A table wide: its fixed columns first, then a column a period. */
interface Sheet {
  readonly file: string
  readonly fixed: readonly string[]
  readonly value: string
  readonly rows: readonly { readonly fixed: readonly string[]; readonly values: Readonly<Record<string, string>> }[]
}

export interface Drawn {
  readonly partners: readonly { readonly id: string; readonly joins: string | undefined }[]
  readonly sheets: readonly Sheet[]
}

const pounds = fc.tuple(fc.nat(999_999), fc.constantFrom('', '.5', '.05', '.99')).map(([whole, fraction]) => `£${whole.toLocaleString('en-GB')}${fraction}`)
const someAmount = fc.oneof(pounds, pounds.map(text => `(${text})`), fc.nat(900).map(of => `${of}k`))
const someCount = fc.tuple(fc.nat(400), fc.constantFrom('', '.25')).map(([whole, fraction]) => `${whole}${fraction}`)

/** The first year always, so that a long table has every row. */
const through = (value: fc.Arbitrary<string>): fc.Arbitrary<Record<string, string>> =>
  fc.tuple(value, fc.option(value, { freq: 2 }), fc.option(value, { freq: 2 }), fc.constantFrom('2017/18 Q1', '2017/18 Q4', '2018/19 Q2')).map(([first, second, odd, quarter]) =>
    ({ '2017/18': first, ...(second !== null && { '2018/19': second }), ...(odd !== null && { [quarter]: odd }) }))

const ids = ['NORTH', 'South', 'éast', '010', 'w est', 'a, "b"', 'note']
/** A rule with its driver and its partner. */
const terms: readonly (readonly string[])[] = [
  ['staff', '', ''], ['project', 'move', ''], ['project', '', ids[0]!], ['shared', 'email', ''], ['shared', 'size', ''],
  ['legacy', '', ids[0]!], ['pooled', '', ''], ['pooled', 'baseline:staff', ''], ['pooled', 'population', ''], ['shared', 'users:email', ''],
]

const someLine = fc.record({ terms: fc.constantFrom(...terms), index: fc.constantFrom('', 'pay', 'prices'), profile: fc.constantFrom('', 'Q2', '40% 30% 20% 10%'), values: through(someAmount), category: fc.constantFrom('staff', 'other', 'network') })

export const drawnFiles: fc.Arbitrary<Drawn> = fc.record({
  partners: fc.array(fc.record({ joins: fc.constantFrom(undefined, undefined, '2017/18 Q3', '2018/19'), spends: through(pounds), counts: fc.tuple(through(someCount), through(someCount), through(someCount)) }), { minLength: 1, maxLength: 4 }),
  lines: fc.array(someLine, { minLength: 1, maxLength: 6 }),
}).map(({ partners: others, lines }) => {
  const steady = { joins: undefined, spends: { '2017/18': '£100,000', '2018/19': '£90,000' }, counts: [{ '2017/18': '7' }, { '2017/18': '5' }, { '2017/18': '3' }] } as const
  const partners = [steady, ...others].map((partner, place) => ({ ...partner, id: ids[place]! }))
  const counted = (names: readonly string[]) => names.flatMap((name, place) => partners.map(({ id, counts }) => ({ fixed: [name, id], values: counts[place]! })))
  return {
    partners: partners.map(({ id, joins }) => ({ id, joins })),
    sheets: [
      { file: 'baseline.csv', fixed: ['line', 'category', 'partner', 'index'], value: 'amount', rows: partners.flatMap(({ id, spends }) => ['staff', 'other', 'network'].map(category => ({ fixed: [`${category} spend`, category, id, 'pay'], values: spends }))) },
      { file: 'budget.csv', fixed: ['line', 'category', 'rule', 'driver', 'partner', 'index', 'profile'], value: 'amount', rows: lines.map((line, place) => ({ fixed: [`line ${place}`, line.category, ...line.terms, line.index, line.profile], values: line.values })) },
      { file: 'users.csv', fixed: ['system', 'partner'], value: 'count', rows: counted(['email']) },
      { file: 'expected-users.csv', fixed: ['system', 'partner'], value: 'amount', rows: counted(['move']) },
      { file: 'drivers.csv', fixed: ['driver', 'partner'], value: 'count', rows: counted(['population', 'premises']) },
    ],
  }
})

/** How a model is written down: the seed of every order, and which of the tables are long. */
export interface Hand {
  readonly seed: number
  readonly long: number
}

export const anyHand: fc.Arbitrary<Hand> = fc.record({ seed: fc.nat(), long: fc.nat(31) })

export function written({ partners, sheets }: Drawn, { seed, long }: Hand): Files {
  const shuffle = shuffler(seed)
  const named = ({ id, joins }: Drawn['partners'][number]): string => `  ${JSON.stringify(id)}: ${joins ? `{ joins: ${joins}, name: Council ${id.length} }` : 'A council'}`
  const model = shuffle([
    'name: Drawn', 'currency: GBP', 'years: 2017/18 to 2018/19', `host: ${ids[0]}`,
    ['partners:', ...shuffle(partners.map(named))].join('\n'),
    ['indexation:', ...shuffle(['  pay: 2.5%', `  prices: { ${shuffle(['2017/18: 1%', '2018/19: 3%']).join(', ')} }`])].join('\n'),
    ['drivers:', ...shuffle([`  size: { ${shuffle(['population: 60%', 'reach: 40%']).join(', ')} }`, `  reach: { ${shuffle(['premises: 10%', 'users:email: 90%']).join(', ')} }`])].join('\n'),
  ])
  const tables = sheets.map((sheet, place) => [sheet.file, text((long >> place) % 2 === 1 ? longTable(sheet) : wideTable(sheet), shuffle)])
  return Object.fromEntries([['model.yaml', `${model.join('\n')}\n`], ...tables])
}

type Table = readonly (readonly string[])[]

function wideTable({ fixed, rows }: Sheet): Table {
  const periods = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  return [[...fixed, ...periods], ...rows.map(row => [...row.fixed, ...periods.map(period => row.values[period] ?? '')])]
}

const longTable = ({ fixed, value, rows }: Sheet): Table =>
  [[...fixed, 'period', value], ...rows.flatMap(row => Object.entries(row.values).map(([period, amount]) => [...row.fixed, period, amount]))]

function text([header, ...rows]: Table, shuffle: Shuffle): string {
  const columns = shuffle([...header!.keys()])
  return [header!, ...shuffle(rows)].map(row => columns.map(column => `"${row[column]!.replaceAll('"', '""')}"`).join(',')).join('\n')
}

type Shuffle = <T>(list: readonly T[]) => T[]

/** Fisher and Yates's shuffle on a linear congruence: any seed gives one order of everything. */
function shuffler(seed: number): Shuffle {
  let state = seed >>> 0
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  return list => {
    const shuffled = [...list]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const place = below(last + 1)
      const kept = shuffled[last]!
      shuffled[last] = shuffled[place]!
      shuffled[place] = kept
    }
    return shuffled
  }
}
