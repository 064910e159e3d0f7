import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/domain/diagnostic.ts'
import { quarterName } from '../../src/domain/period.ts'
import { type ActualsRead, readActuals } from '../../src/read/actuals.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { alone, costLine, model, quarterNamed } from '../models.ts'
import { same } from '../properties.ts'
import { anyLedgerHand, csvOf, delimiters, encoded, type Encoding, encodings, type Hand, ledgerFile, lineEnds, plainHand } from './ledgers.ts'
import { type Files, inFolder, places, soundModel } from './reading.ts'

const lineNames = ['email', 'team', 'w, "x"', 'é; £'] as const
const of = model({
  years: '2017/18 to 2018/19', partners: ['NORTH', 'SOUTH'], host: 'NORTH', counts: { users: { NORTH: { '2017/18': 2 }, SOUTH: { '2017/18': 1 } } },
  budget: [...lineNames.map(name => costLine(name, { '2017/18': '4000.00' })), costLine('old', { '2017/18': '400.00' }, { rule: 'legacy', driver: alone('SOUTH') })],
})

/** The text of a line, for a message to quote. */
const quoted = ({ sources }: ActualsRead, line: number): string | undefined => sources.map(({ lineAt }) => lineAt(line)).find(text => text !== undefined)

interface Told extends ActualsRead {
  readonly told: readonly Diagnostic[]
  readonly parts: readonly number[]
}

const read = (files: Files): Told => inFolder(files, folder => {
  const [told, parts]: [Diagnostic[], number[]] = [[], []]
  const actuals = readActuals(folder, of, diagnostic => void told.push(diagnostic), part => void parts.push(part))
  return { ...actuals, told, parts }
})

/** `email (SOUTH) 2017/18 Q1: 500`, each line, direct partner and quarter once. */
function spent({ spend }: ActualsRead): string[] {
  const sums = new Map<string, bigint>()
  for (const { line, partner, quarter, amount } of spend) {
    const key = `${line}${partner === undefined ? '' : ` (${partner})`} ${quarterName(quarter)}`
    sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  return [...sums].map(([key, amount]) => `${key}: ${amount}`).sort()
}

const paid = ({ payments }: ActualsRead): string[] => {
  const sums = new Map<string, bigint>()
  for (const { partner, quarter, amount } of payments) sums.set(`${partner} ${quarterName(quarter)}`, (sums.get(`${partner} ${quarterName(quarter)}`) ?? 0n) + amount)
  return [...sums].map(([key, amount]) => `${key}: ${amount}`).sort()
}

const actuals = (text: string): Told => read({ 'actuals.csv': text })

describe('actuals', () => {
  test('are none where there is no file of them', () => {
    expect(read({ 'README.md': '' })).toMatchObject({ spend: [], payments: [], files: [], told: [] })
    expect(read({ 'actuals/notes.md': 'x' })).toMatchObject({ spend: [], files: [] })
  })

  test('are added up: £1,000.00, £50.50 and a credit of £25.00 in the first quarter are £1,025.50', () => {
    const found = actuals('date,line,amount\n2017-04-01,email,"£1,000.00"\n2017-06-30,email,50.5\n30/06/2017,email,(25)\n2017-07-01,email,1\n')
    expect([found.told, spent(found), found.files]).toEqual([[], ['email 2017/18 Q1: 102550', 'email 2017/18 Q2: 100'], ['actuals.csv']])
  })

  test('may be by quarter, name who bears them alone and who paid them, and say more besides', () => {
    const found = actuals('period,note,partner,line,supplier,paid_by,amount,reference,Notes\n2018/19 Q1,x,SOUTH,hired,A,NORTH,5,B,C\n2018/19 Q1,,,email,,SOUTH,-2,,\n')
    expect([found.told, spent(found), paid(found)]).toEqual([[], ['email 2018/19 Q1: -200', 'hired (SOUTH) 2018/19 Q1: 500'], ['NORTH 2018/19 Q1: 500', 'SOUTH 2018/19 Q1: -200']])
  })

  test('of every file in the folder count, in the order of their names', () => {
    const found = read({ 'actuals/b.csv': 'date,line,amount\n2017-04-01,email,2\n', 'actuals/a.csv': 'amount;line;period\n1;email;2017/18 Q1\n', 'actuals/README.md': 'x' })
    expect([found.told, spent(found), found.files]).toEqual([[], ['email 2017/18 Q1: 300'], ['actuals/a.csv', 'actuals/b.csv']])
  })

  test('may be a header alone, or stand after blank lines and among them', () => {
    expect(spent(actuals('date,line,amount\n'))).toEqual([])
    expect(spent(actuals('\n\n,,\ndate,line,amount\n\n,,\n2017-04-01,email,2\n  ,\n\n'))).toEqual(['email 2017/18 Q1: 200'])
  })

  test('tell how much of them is read, never less than before, up to all of it', () => {
    const { parts } = read(Object.fromEntries(['a', 'b', 'c'].map(name => [`actuals/${name}.csv`, `date,line,amount,note\n${`2017-04-01,email,1,${'x'.repeat(100)}\n`.repeat(6000)}`])))
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect([parts.at(-1), parts.length > 6, parts.every(part => part > 0 && part <= 1)]).toEqual([1, true, true])
  })
})

describe('who is charged direct, and who paid, is told at the row that first names it', () => {
  const placesOf = (found: Told): unknown[] => [...found.spend.filter(({ partner }) => partner !== undefined), ...found.payments].map(({ at, rows }) => [at, rows.first, quoted(found, at.line)])
  const file = 'actuals.csv'

  test('in a plain file', () => {
    expect(placesOf(actuals('date,line,amount,partner,paid_by\n2017-05-02,team,160000,,\n2017-05-03,email,5,SOUTH,\n2017-05-06,email,24310.25,,SOUTH\n2017-05-07,email,1,SOUTH,SOUTH\n'))).toEqual([
      [{ file, line: 3, column: 20, length: 5 }, 3, '2017-05-03,email,5,SOUTH,'], [{ file, line: 4, column: 28, length: 5 }, 4, '2017-05-06,email,24310.25,,SOUTH'],
    ])
  })

  test('where blank lines and quoted cells with line breaks stand before it, whatever ends the lines', () => {
    const text = '\ndate,line,amount,note,partner\n2017-05-02,team,1,"a\n\nb",\n\n2017-05-03,email,5,"c\nd",SOUTH\n2017-05-03,email,5,,NORTH\n'
    for (const end of ['\n', '\r\n', '\r']) {
      expect(placesOf(actuals(text.replaceAll('\n', end)))).toEqual([[{ file, line: 8, column: 4, length: 5 }, 5, 'd",SOUTH'], [{ file, line: 9, column: 21, length: 5 }, 6, '2017-05-03,email,5,,NORTH']])
    }
  })

  test('in each file of several', () => {
    const found = read({ 'actuals/a.csv': 'date,line,amount\n2017-05-02,team,1\n', 'actuals/b.csv': 'paid_by;date;line;amount\n;2017-05-02;team;1\nNORTH;2017-05-02;team;1\n' })
    expect(found.payments.map(({ at }) => at)).toEqual([{ file: 'actuals/b.csv', line: 3, column: 1, length: 5 }])
  })
})

describe('a file of actuals is refused', () => {
  test.each<[string, Files, string[]]>([
    ['that is in two places', { 'actuals.csv': 'date,line,amount\n', 'actuals/a.csv': 'date,line,amount\n' }, ['actuals-twice']],
    ['that is empty', { 'actuals.csv': '' }, ['empty-file']],
    ['that is blank', { 'actuals.csv': '\n,,\n \n' }, ['empty-file']],
    ['that is a workbook', { 'actuals.csv': new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0]) }, ['not-text']],
    ['that holds a NUL far on', { 'actuals.csv': `date,line,amount\n${'2017-04-01,email,1\n'.repeat(30_000)}2017-04-01,em\0ail,1\n` }, ['not-text']],
    ['that is a folder', { 'actuals.csv/x': '' }, ['unreadable-file']],
    ['without a line', { 'actuals.csv': 'date,amount\n2017-04-01,5\n' }, ['actuals.csv:1:1 missing-column']],
    ['without a date', { 'actuals.csv': 'line,amount\nemail,5\n' }, ['actuals.csv:1:1 missing-column']],
    ['with a date and a period', { 'actuals.csv': 'date,line,amount,period\n' }, ['actuals.csv:1:18 two-dates']],
    ['with a column twice', { 'actuals.csv': 'date,line,amount,line\n' }, ['actuals.csv:1:18 duplicate-column']],
    ['with a column misspelt', { 'actuals.csv': 'date,line,amount,paid-by\n' }, ['actuals.csv:1:18 unknown-column']],
    ['with a column misspelt, where its header stands', { 'actuals.csv': '\n\n"date","line",amount,Partner\n' }, ['actuals.csv:3:22 unknown-column']],
    ['with a quotation mark that is not closed, where it opens', { 'actuals.csv': 'date,line,amount,note\n2017-04-01,email,1,"a, ""b""\nc"\n2017-04-01,email,1,"x\n2017-04-01,email,1,y\n' }, ['actuals.csv:4:1 broken-quotes']],
    ['with a quotation mark inside a cell', { 'actuals.csv': 'date,line,amount,note\n2017-04-01,email,1,y\n2017-04-01,email,1,6" pipe\n' }, ['actuals.csv:3:1 broken-quotes']],
  ])('%s', (_, files, told) => {
    expect(places(read(files).told)).toEqual(told)
  })
})

describe('what was spent is never passed over in silence:', () => {
  test.each(['actuals/APRIL.CSV', 'actuals/april.Csv', 'ACTUALS.CSV', 'Actuals.csv', 'actuals/2017/april.csv', 'actuals/april.txt', 'actuals/april.xlsx'])('%s is read or told of', async file => {
    const { exit, stdout, stderr } = await inFolder({ ...soundModel, [file]: 'date,line,amount\n2017-04-01,email,987654.32\n2017-04-01,team,0\n' }, async folder => {
      const io = fakeIo(['charge', '--quarter', '2017/18 Q1'], folder)
      return { exit: await run(io), ...io.printed }
    })
    expect(stdout.includes('987,654.32') || stderr.includes(file.split('/')[1] ?? file), `${exit} ${stderr}`).toBe(true)
  })
})

/** What is wrong with a row, in a header of date, line, amount, partner, paid_by and supplier, and where. */
const flawed: [string, string[], number, string][] = [
  ['a date of no day', ['2017-02-30', 'email', '5', '', '', ''], 0, 'bad-date'],
  ['a date after the plan', ['2019-04-01', 'email', '5', '', '', ''], 0, 'outside-the-plan'],
  ['a date before it', ['31/03/2017', 'email', '5', '', '', ''], 0, 'outside-the-plan'],
  ['no date', ['', 'email', '5', '', '', ''], 0, 'missing-value'],
  ['a line that is not in the budget', ['2017-04-01', 'emial', '5', '', '', 'Smith'], 1, 'unknown-line'],
  ['a line in another case', ['2017-04-01', 'Email', '5', '', '', 'Smith'], 1, 'unknown-line'],
  ['no line', ['2017-04-01', '', '5', 'SOUTH', '', ''], 1, 'missing-value'],
  ['no amount', ['2017-04-01', 'email', '', '', '', ''], 2, 'missing-value'],
  ['an amount in words', ['2017-04-01', 'email', 'tbc', '', '', ''], 2, 'bad-amount'],
  ['an amount of three decimals', ['2017-04-01', 'email', '5.001', '', '', ''], 2, 'bad-amount'],
  ['an amount with a comma for its point', ['2017-04-01', 'email', '1.234,56', '', '', 'Smith, Jones'], 2, 'bad-amount'],
  ['a partner that is none', ['2017-04-01', 'email', '5', 'WEST', '', ''], 3, 'unknown-partner'],
  ['a payer that is none', ['2017-04-01', 'email', '5', '', 'WEST', 'a; b'], 4, 'unknown-partner'],
  ['a cell too many', ['2017-04-01', 'email', '5', '', '', '', '000'], 6, 'extra-cell'],
]
const header = ['date', 'line', 'amount', 'partner', 'paid_by', 'supplier']
const sound = ['2017-04-01', 'email', '5.00', '', '', 'Smith & Sons']

/** Where a cell stands in its row as it is written: after the cells before it, and where a mark opens it after that. */
function columnOf(row: readonly string[], place: number, hand: Hand): number {
  const before = csvOf([row.slice(0, place)], { ...hand, endsInLineEnd: false })
  return place === 0 ? 1 : before.length + 2
}

describe('a row that cannot be read is told with its line, its column and its text', () => {
  const handsOf = delimiters.flatMap(delimiter => lineEnds.map((lineEnd, place): Hand => ({ ...plainHand, delimiter, lineEnd, encoding: encodings[(place * 3 + delimiters.indexOf(delimiter) * 2) % encodings.length]! })))

  test.each(flawed)('for %s', (_, row, place, code) => {
    for (const hand of [plainHand, ...handsOf]) {
      const found = read({ 'actuals.csv': ledgerFile([header, sound, row, sound], hand) })
      expect(places(found.told)).toEqual([`actuals.csv:3:${columnOf(row, place, hand)} ${code}`])
      expect(quoted(found, 3)).toBe(csvOf([row], { ...hand, endsInLineEnd: false }))
    }
  })

  test.each([1, 2, 50_000])('as the %ith of 50,000', number => {
    const rows = Array.from({ length: 50_000 }, (_, place) => (place === number - 1 ? ['2017-04-01', 'emial', '7', '', '', 'é'] : sound))
    for (const hand of [plainHand, { ...plainHand, lineEnd: '\r\n', encoding: 'utf-16le-bom', delimiter: ';', endsInLineEnd: false } as const]) {
      const found = read({ 'actuals.csv': ledgerFile([header, ...rows], hand) })
      expect(places(found.told)).toEqual([`actuals.csv:${number + 1}:12 unknown-line`])
      expect(quoted(found, number + 1)).toBe(['2017-04-01', 'emial', '7', '', '', 'é'].join(hand.delimiter))
      expect(spent(found)).toEqual([`email 2017/18 Q1: ${49_999 * 500}`])
    }
  })

  test.each(lineEnds)('after cells with line breaks in them, where lines end in %j, and in the middle of them', lineEnd => {
    const broken = ['2017-04-01', 'email', '5', '', '', 'a\nb\r\n"c"\rd']
    const rows = [header, broken, [''], broken, ['2017-04-01', 'email', 'x', '', '', `first${lineEnd}second`], [`2017-04-01${lineEnd}`, 'emial', '5', '', '', '']]
    const found = read({ 'actuals.csv': ledgerFile(rows, { ...plainHand, lineEnd }) })
    // The header, four lines, a blank one, four lines, then two, then a date with a line break in it.
    expect(places(found.told)).toEqual(['actuals.csv:11:18 bad-amount', 'actuals.csv:14:3 unknown-line'])
    expect([11, 12, 14].map(line => quoted(found, line))).toEqual(['2017-04-01,email,x,,,"first', 'second"', '",emial,5,,,'])
  })

  test('with all that is wrong with it', () => {
    expect(places(actuals('date,line,amount,partner,paid_by\n2017-13-01,emial,x,,WEST\n').told)).toEqual([
      'actuals.csv:2:1 bad-date', 'actuals.csv:2:18 bad-amount', 'actuals.csv:2:12 unknown-line', 'actuals.csv:2:21 unknown-partner',
    ])
  })

  test('in the first row of several files', () => {
    const found = read({ 'actuals/a.csv': 'date,line,amount\n2017-04-01,emial,5\n', 'actuals/b.csv': 'date,line,amount\n2017-04-01,email,5\n2017-04-01,email,x\n' })
    expect(places(found.told)).toEqual(['actuals/a.csv:2:12 unknown-line', 'actuals/b.csv:3:18 bad-amount'])
  })
})

describe('rows that cannot be read are told up to a hundred, and the rest counted:', () => {
  const flaws: string[][] = [['x', 'email', '5'], ['2017-04-01', 'emial', 'y'], ['x', 'emial', 'y'], ['2017-04-01', 'email', 'x']]

  test('none is passed over in silence, however many and however much is wrong with each', () => {
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant<string[]>(['2017-04-01', 'email', '5']) }, { weight: 3, arbitrary: fc.constantFrom(...flaws) }), { size: 'max', minLength: 40, maxLength: 400 }), rows => {
      const { told } = read({ 'actuals.csv': csvOf([['date', 'line', 'amount'], ...rows], plainHand) })
      const lines = new Set(told.filter(({ code }) => code !== 'more-rows').map(({ at }) => at!.line))
      const more = told.flatMap(diagnostic => (diagnostic.code === 'more-rows' ? [diagnostic.args.count] : []))
      const bad = rows.filter(row => flaws.includes(row)).length
      same([lines.size + more.reduce((a, b) => a + b, 0), lines.size <= 100 || bad <= 100, more.length <= 1], [bad, true, true])
    }), { numRuns: 100 })
  })
})

/** A row as a person knows it, and the ways to type it. */
const anyRow = fc.record({
  day: fc.constantFrom(['2017-04-01', '01/04/2017', '2017/18 Q1'], ['2017-09-30T23:59:59', '30/9/2017', '2017/18 Q2'], ['2018-02-28', '28/02/2018', '2017/18 Q4'], ['2019-03-31', '31/3/2019', '2018/19 q4']),
  line: fc.constantFrom(...lineNames, 'old'), direct: fc.constantFrom('', '', 'NORTH', 'SOUTH'), paidBy: fc.constantFrom('', 'NORTH', 'SOUTH'),
  pence: fc.oneof(fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }), fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constant(0n)),
  typed: fc.nat(9), spaces: fc.constantFrom('', '', ' ', '  '),
  supplier: fc.constantFrom('', 'Smith & Sons', 'a, b', 'a; b', 'said "no"', 'two\nlines', 'two\r\nlines', 'one\rmore', 'tab\there', '£ é €', '"', ' , ', '""'),
})

type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never

/** An amount of pence in one of the ways in which people type it. */
function amountText(pence: bigint, way: number): string {
  const size = pence < 0n ? -pence : pence
  const [whole, fraction] = [`${size / 100n}`, `${size % 100n}`.padStart(2, '0')]
  const apart = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const minus = pence < 0n ? '-' : ''
  switch (way) {
    case 0: return `${minus}${whole}.${fraction}`
    case 1: return `${minus}£${apart}.${fraction}`
    case 2: return pence < 0n ? `(${apart}.${fraction})` : `£${whole}.${fraction}`
    case 3: return pence < 0n ? `(£${whole}.${fraction})` : `${apart}.${fraction}`
    case 4: return fraction === '00' ? `${minus}${whole}` : `${minus}${whole}.${fraction}`
    case 5: return fraction.endsWith('0') ? `${minus}${whole}.${fraction[0]!}` : `£ ${minus}${whole}.${fraction}`.replace('£ -', '-£')
    case 6: return size % 100_000n === 0n ? `${minus}${size / 100_000n}k` : `${minus}${whole}.${fraction}`
    case 7: return size % 1_000_000n === 0n ? `${minus}£${(size / 100_000_000n)}.${`${(size % 100_000_000n) / 1_000_000n}`.padStart(2, '0')}m` : `${minus}£ ${whole}.${fraction}`
    default: return `${minus}${whole}.${fraction}`
  }
}

/** The wanted sums, row by row, in bigints. */
function wanted(rows: readonly Row[]): { spend: string[]; payments: string[] } {
  const [spend, payments] = [new Map<string, bigint>(), new Map<string, bigint>()]
  for (const { day, line, direct, paidBy, pence } of rows) {
    const quarter = day[2]!.toUpperCase()
    const key = `${line}${direct && ` (${direct})`} ${quarter}`
    spend.set(key, (spend.get(key) ?? 0n) + pence)
    if (paidBy !== '') payments.set(`${paidBy} ${quarter}`, (payments.get(`${paidBy} ${quarter}`) ?? 0n) + pence)
  }
  const listed = (sums: Map<string, bigint>): string[] => [...sums].map(([key, pence]) => `${key}: ${pence}`).sort()
  return { spend: listed(spend), payments: listed(payments) }
}

const columnNames = ['when', 'line', 'amount', 'partner', 'paid_by', 'supplier', 'note', ''] as const

/** The rows as a sheet, its columns turned about, dates or periods in it, blank rows between. */
function sheetOf(rows: readonly Row[], turn: number, byPeriod: boolean, blank: number): string[][] {
  const turned = [...columnNames.slice(turn % columnNames.length), ...columnNames.slice(0, turn % columnNames.length)]
  const body = rows.flatMap(({ day, line, direct, paidBy, pence, typed, spaces, supplier }, place) => {
    const cells: Record<(typeof columnNames)[number], string> = {
      when: byPeriod ? day[2]! : day[typed % 2]!, line: `${spaces}${line}`, amount: `${spaces}${amountText(pence, typed)}${spaces}`, partner: `${direct}${spaces}`, paid_by: paidBy, supplier, note: supplier, '': '',
    }
    const row = turned.map(column => cells[column])
    // A spreadsheet leaves out the last empty cells of a row.
    while (row.at(-1) === '') row.pop()
    return place % 7 === blank ? [row, ['', '', ''], ['']] : [row]
  })
  return [turned.map(column => (column === 'when' ? (byPeriod ? 'period' : 'date') : column)), ...body]
}

describe('whatever is in a ledger', () => {
  test('it adds up to what its rows do one by one: in every encoding, with every line end and separator, every way to type an amount, in one file or several, in any order', () => {
    const drawn = fc.record({ rows: fc.array(anyRow, { maxLength: 30 }), hands: fc.array(anyLedgerHand, { minLength: 1, maxLength: 3 }), turn: fc.nat(7), byPeriod: fc.boolean(), blank: fc.nat(9), order: fc.array(fc.nat(999), { minLength: 30, maxLength: 30 }) })
    fc.assert(fc.property(drawn, ({ rows, hands, turn, byPeriod, blank, order }) => {
      const shuffled = rows.map((row, place) => ({ row, by: order[place]! })).sort((a, b) => a.by - b.by).map(({ row }) => row)
      const each = Math.ceil(shuffled.length / hands.length)
      const files = Object.fromEntries(hands.map((hand, place) =>
        [hands.length === 1 ? 'actuals.csv' : `actuals/${place}.csv`, ledgerFile(sheetOf(shuffled.slice(place * each, (place + 1) * each), turn, byPeriod, blank), hand)]))
      const found = read(files)
      expect(places(found.told)).toEqual([])
      // What is direct on a partner's own line is that line's own: the reader keeps it apart, and the charge does not.
      expect(spent(found)).toEqual(wanted(rows).spend)
      expect(paid(found)).toEqual(wanted(rows).payments)
    }), { numRuns: 1_000 })
  })

  test('a row spoiled anywhere is told where it stands, and its fellows are not', () => {
    fc.assert(fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), fc.nat(11), anyLedgerHand, fc.constantFrom('x', '12,34', '1e3', '5.001', '--5'), (rows, where, hand, amount) => {
      const sheet = sheetOf(rows, 0, false, 9)
      const at = 1 + (where % rows.length)
      const spoiled = sheet.map((row, place) => (place === at ? row.with(2, amount) : row))
      const breaks = (row: readonly string[]): number => row.join('').split(/\r\n|\n|\r/).length
      const line = 1 + spoiled.slice(0, at).reduce((lines, row) => lines + breaks(row), 0)
      const { told } = read({ 'actuals.csv': ledgerFile(spoiled, hand) })
      expect(told.map(diagnostic => [diagnostic.code, diagnostic.at?.line])).toEqual([['bad-amount', line]])
    }), { numRuns: 500 })
  })
})

describe('a ledger in windows-1252', () => {
  test.each<[Encoding, string]>([['utf-8', '£5'], ['windows-1252', '£5'], ['utf-16le', '£5'], ['utf-16be-bom', '−£5']])('as in %s has %s', (encoding, amount) => {
    const found = read({ 'actuals.csv': encoded(`date,line,amount,supplier\n2017-04-01,email,${amount},Café €\n`, encoding) })
    expect([found.told, spent(found)]).toEqual([[], [`email 2017/18 Q1: ${amount.startsWith('−') ? -500 : 500}`]])
  })

  test('is known for it though its first letter beyond ASCII stands at the very end', () => {
    const rows = `date,line,amount,supplier\n${'2017-04-01,email,1,Smith\n'.repeat(40_000)}`
    const found = read({ 'actuals.csv': encoded(`${rows}2017-04-01,"é; £",£1,x`, 'windows-1252') })
    expect([found.told, spent(found)]).toEqual([[], ['email 2017/18 Q1: 4000000', 'é; £ 2017/18 Q1: 100']])
  })
})

test('quarters are those of the model, whose years may start in another month', () => {
  const found = inFolder({ 'actuals.csv': 'date,line,amount\n2017-12-31,email,5\n2018-01-01,email,5\n' }, folder =>
    readActuals(folder, { ...of, yearStarts: 1 }, () => {}, () => {}))
  expect(found.spend.map(({ quarter }) => quarter)).toEqual([quarterNamed('2017/18 Q4'), quarterNamed('2018/19 Q1')])
})

describe('a ledger spoiled anywhere', () => {
  const sane = async (ledger: string | Uint8Array, told: (stderr: string) => boolean = () => true): Promise<void> => {
    const { exit, stdout, stderr } = await inFolder({ ...soundModel, 'actuals.csv': ledger }, async folder => {
      const io = fakeIo(['charge', '--quarter', '2017/18 Q1', '--format', 'json'], folder)
      return { exit: await run(io), ...io.printed }
    })
    expect([exit, stdout === '', /\n\s+at |\[object|undefined|fault of its own/.test(stderr)]).toEqual([stdout === '' ? 2 : 0, stderr !== '' && stdout === '', false])
    expect(told(stderr)).toBe(true)
  }

  const whole = csvOf([header, sound, ['30/06/2017', 'team', '£1,234.50', '', 'SOUTH', 'a, "b"\nc'], ['2017-05-01', 'hired', '(25)', 'NORTH', '', 'é £'], sound], plainHand)
  const spoil = fc.record({ at: fc.nat(whole.length), length: fc.nat(12), by: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(',', '"', '\n', '\t', ';', '\r', '£', '""', '-', '\u0000', '2019')) })

  test('is read or refused, and never a fault of the program', async () => {
    await fc.assert(fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 3 }), anyLedgerHand, async (spoils, { encoding, lineEnd, delimiter }) => {
      const text = spoils.reduce((ledger, { at, length, by }) => ledger.slice(0, at) + by + ledger.slice(at + length), whole.replaceAll(',', delimiter).replaceAll('\n', lineEnd))
      await sane(encoded(text, encoding))
    }), { numRuns: 700 })
  })

  test('of any bytes at all is read or refused too', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), bytes => sane(bytes)), { numRuns: 300 })
  })

  test.each([';', '\t', ','])('with cells in %j and a row in which others part them is refused with a reason', async delimiter => {
    for (const other of [',', ';', '\t'].filter(each => each !== delimiter)) {
      await sane(`date,line,amount,supplier\n2017-04-01,email,5,x\n`.replaceAll(',', delimiter) + '2017-04-01,email,5,"x, ""y""; z"\n2017-04-01,email,x,y\n'.replaceAll(/,(?! )/g, other), stderr => stderr.includes('actuals.csv:3:'))
    }
  })
})
