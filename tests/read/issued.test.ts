import fc from 'fast-check'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noActuals } from '../../src/domain/actuals.ts'
import { charge } from '../../src/domain/charge.ts'
import type { Diagnostic } from '../../src/domain/diagnostic.ts'
import type { IssuedRecord } from '../../src/domain/issued.ts'
import { pence } from '../../src/domain/money.ts'
import { readIssued } from '../../src/read/issued.ts'
import { digestOf, recordFile, sealed } from '../../src/read/seal.ts'
import { recordJson } from '../../src/report/issued-record.ts'
import { run } from '../../src/run.ts'
import { histories } from '../domain/histories.ts'
import { fakeIo } from '../fake-io.ts'
import { costLine, issued, model, quarterNamed, spentOn } from '../models.ts'
import { type Files, inFolder, places, soundModel } from './reading.ts'

/** The records as they are issued one after another, each with the digest of the one before. */
function chained(records: readonly IssuedRecord[]): { records: IssuedRecord[]; files: Record<string, string> } {
  const files: Record<string, string> = {}
  let previous: string | undefined
  const chain = records.map((record): IssuedRecord => {
    const unsealed = { ...record, ...(previous !== undefined && { previous }) }
    files[recordFile(record.quarter)] = sealed(recordJson(unsealed))
    const digest = digestOf(JSON.stringify(recordJson(unsealed)))
    previous = digest
    return { ...unsealed, digest }
  })
  return { records: chain, files }
}

function read(files: Files, change: (folder: string) => void = () => {}): { records: IssuedRecord[]; told: Diagnostic[] } {
  return inFolder({ 'model.yaml': '', ...files }, folder => {
    change(folder)
    const told: Diagnostic[] = []
    return { records: readIssued(folder, diagnostic => void told.push(diagnostic)), told }
  })
}

/** What was told of which file. */
const told = (files: Files, change?: (folder: string) => void): string[] =>
  read(files, change).told.map(({ code, args }) => `${'file' in args ? args.file : ''} ${code}`)

const quarters = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3'].map(quarterNamed)

/** Three quarters of a model whose names are not plain letters, restated in between. */
const year = chained(quarters.reduce<IssuedRecord[]>((records, quarter, place) => {
  const of = model({
    years: '2017/18', partners: ['A', 'B'], counts: { users: { A: { '2017/18': 1 + place }, B: { '2017/18': 3 } } },
    budget: [costLine('é; £ – "x"', { '2017/18': '4000.01' }), ...(place === 0 ? [costLine('gone', { '2017/18': '8.00' })] : [])],
  })
  const actuals = place === 0 ? noActuals : spentOn('é; £ – "x"', { '2017/18 Q1': `${1000 + place}.07` })
  const { value } = charge(of, actuals, undefined, quarter, records)
  return [...records, { ...issued(quarter, value!.lines), paid: new Map([['A', pence(0n)], ['B', pence(-5n)]]), inputs: new Map([['budget.csv', 'abc']]) }]
}, []))
const [first, second, third] = Object.keys(year.files) as [string, string, string]

describe('issued records', () => {
  test('are none where nothing is issued', () => {
    expect(read({})).toEqual({ records: [], told: [] })
    expect(read({ 'issued/.8068.123.part': '{"half' })).toEqual({ records: [], told: [] })
  })

  test('read as they were issued, in the order of their quarters', () => {
    expect(Object.keys(year.files)).toEqual(['issued/2017-18-Q1.json', 'issued/2017-18-Q2.json', 'issued/2017-18-Q3.json'])
    expect(read(year.files)).toEqual({ records: year.records, told: [] })
  })

  test('read so too with line ends of another system', () => {
    const withLineEnds = Object.fromEntries(Object.entries(year.files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]))
    expect(read(withLineEnds)).toEqual({ records: year.records, told: [] })
    expect(told({ ...withLineEnds, [second]: withLineEnds[second]!.replace('1001.07', '1001.08') })).toEqual([`${second} edited-record`])
    expect(told({ ...year.files, [second]: year.files[second]!.replace('\n', '\n\n') })).toEqual([`${second} edited-record`])
    expect(told({ ...year.files, [second]: year.files[second]!.replace('\n', '\r') })).toEqual([`${second} edited-record`])
  })

  test('of any history read as they were issued', () => {
    fc.assert(fc.property(histories, history => {
      const records = history.reduce<IssuedRecord[]>((before, { model: of, actuals, closedTo, quarter }) => {
        const { value } = charge(of, actuals, closedTo, quarter, before)
        return [...before, issued(quarter, value!.lines)]
      }, [])
      const { records: wanted, files } = chained(records)
      expect(read(files)).toEqual({ records: wanted, told: [] })
    }), { numRuns: 60 })
  })
})

describe('a record is told of, and not read, that', () => {
  test.each<[string, Files]>([
    ['is empty', { [first]: '' }], ['is no JSON', { [first]: 'x' }], ['is a text', { [first]: '"x"' }], ['is nothing', { [first]: 'null' }], ['is a list', { [first]: '[]' }], ['is half of one', { [first]: year.files[first]!.slice(0, 900) }],
    ['is of no kind', { [first]: '{"digest":""}' }], ['is absurdly deep', { [first]: `{"digest":"","record":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }],
    ['stands for another quarter', { [first]: year.files[first]!, [second]: year.files[third]! }], ['stands under another name', { 'issued/copy of 2017-18-Q1.json': year.files[first]! }],
    ['is of another format', { [first]: sealed({ record: 'farthing issued quarter, format 2', version: '9.9.9' }) }], ['was sealed anew with parts left out', { [first]: sealed({ record: 'farthing issued quarter, format 1', quarter: '2017/18 Q1' }) }],
    ['was sealed anew with an amount that is none', { [first]: sealed({ ...(JSON.parse(year.files[first]!) as object), digest: undefined, paid: [{ partner: 'A', amount: 'x' }] }) }],
    ['was sealed anew for no quarter', { [first]: sealed({ ...(JSON.parse(year.files[first]!) as object), digest: undefined, quarter: 'Q1' }) }],
    ['is a folder', { [`${first}/x`]: '' }],
  ])('%s', (_, files) => {
    const { told: found } = read(files)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ severity }) => severity === 'error')).toBe(true)
  })

  const bytes = Buffer.from(year.files[second]!)
  const spoiled = (at: number, removed: number, by: readonly number[]): Buffer => Buffer.concat([bytes.subarray(0, at), Buffer.from(by), bytes.subarray(at + removed)])

  test('has any one byte of it changed, taken out or put in', () => {
    const edit = fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom('change', 'remove', 'insert'), fc.nat(255))
    fc.assert(fc.property(edit, ([at, how, by]) => {
      const edited = how === 'change' ? spoiled(at, 1, [by]) : how === 'remove' ? spoiled(at, 1, []) : spoiled(at, 0, [by])
      if (edited.equals(bytes)) return
      expect(told({ ...year.files, [second]: edited })).toContainEqual(expect.stringMatching(`^${second} (edited|broken)-record$|^${second} not-text$`))
    }), { numRuns: 1_500 })
  })

  test('has any one digit of it changed, wherever that stands', () => {
    const digits = [...bytes.keys()].filter(at => bytes[at]! >= 0x30 && bytes[at]! <= 0x39)
    for (const at of digits) {
      const other = 0x30 + ((bytes[at]! - 0x30 + 1) % 10)
      expect(told({ [first]: year.files[first]!, [second]: spoiled(at, 1, [other]) })).toContain(`${second} edited-record`)
    }
  })

  test.each<[string, (text: string) => string | Buffer]>([
    ['written in fewer spaces', text => JSON.stringify(JSON.parse(text))], ['without its last line end', text => text.trimEnd()],
    ['with an amount and its total changed together', text => text.replaceAll('4000', '5000').replaceAll('1000', '1250')], ['with its parts in another order', text => `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed()), null, 1)}\n`],
    ['with a mark before it', text => `\ufeff${text}`], ['in UTF-16', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is %s', (_, edit) => {
    expect(told({ [first]: edit(year.files[first]!) })).toEqual([`${first} edited-record`])
  })
})

describe('the chain of records tells', () => {
  test('of one that is missing in the middle or at the start', () => {
    expect(told(year.files, folder => rmSync(join(folder, second)))).toEqual([`${third} broken-chain`])
    expect(told(year.files, folder => rmSync(join(folder, first)))).toEqual([`${second} broken-chain`])
  })

  test('of two that changed places', () => {
    const found = told(year.files, folder => {
      renameSync(join(folder, first), join(folder, 'kept'))
      renameSync(join(folder, second), join(folder, first))
      renameSync(join(folder, 'kept'), join(folder, second))
    })
    expect(found).toEqual(expect.arrayContaining([`${first} broken-record`, `${second} broken-record`]))
  })

  test('of one that was issued anew for another: the next does not follow on it', () => {
    const { digest: _, ...record } = JSON.parse(year.files[first]!) as { digest: string }
    expect(told({ ...year.files, [first]: sealed({ ...record, issuedAt: '2017-07-02T09:00:00Z' }) })).toEqual([`${second} broken-chain`])
  })

  test('of one that was edited once, and of no other for it', () => {
    expect(told({ ...year.files, [first]: year.files[first]!.replace('250.00', '350.00') })).toEqual([`${first} edited-record`])
  })
})

describe('the commands', () => {
  interface Ran {
    readonly exit: number
    readonly stderr: string
    readonly stdout: string
  }

  const farthing = async (folder: string, ...args: string[]): Promise<Ran> => {
    const io = fakeIo(args, folder)
    return { exit: await run(io), ...io.printed }
  }

  const quarterNames = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3']

  /** A sound model with three quarters issued, changed before the commands run. */
  const afterIssue = async (use: (folder: string) => Promise<void>): Promise<void> => inFolder(soundModel, async folder => {
    for (const quarter of quarterNames) expect((await farthing(folder, 'charge', '--quarter', quarter, '--issue')).exit).toBe(0)
    await use(folder)
  })

  const everyCommand = [['charge', '--quarter', '2017/18 Q4'], ['charge', '--quarter', '2017/18 Q1'], ['charge', '--quarter', '2017/18 Q4', '--issue'], ['issued'], ['settle', '--quarter', '2017/18 Q2']]

  test('name a record with one digit changed: check says no, and nothing is reckoned with it', async () => {
    await afterIssue(async folder => {
      const file = join(folder, 'issued/2017-18-Q2.json')
      const text = readFileSync(file, 'utf8')
      await fc.assert(fc.asyncProperty(fc.nat(text.length), fc.integer({ min: 1, max: 9 }), async (from, by) => {
        const at = from + text.slice(from).search(/\d/)
        if (at < from) return
        writeFileSync(file, text.slice(0, at) + ((parseInt(text[at]!, 10) + by) % 10) + text.slice(at + 1))
        const { exit, stdout } = await farthing(folder, 'check')
        expect([exit, stdout]).toEqual([1, expect.stringContaining('issued: "issued/2017-18-Q2.json" was changed')])
      }), { numRuns: 60 })
      for (const args of everyCommand) {
        const { exit, stderr, stdout } = await farthing(folder, ...args)
        expect([exit, stdout, stderr]).toEqual([2, '', expect.stringContaining('edited-record: "issued/2017-18-Q2.json"')])
      }
    })
  })

  test('name the record after one that is missing', async () => {
    await afterIssue(async folder => {
      rmSync(join(folder, 'issued/2017-18-Q2.json'))
      expect(await farthing(folder, 'check')).toMatchObject({ exit: 1, stdout: expect.stringContaining('issued: "issued/2017-18-Q3.json" does not follow on') as string })
      for (const args of everyCommand) expect(await farthing(folder, ...args)).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('broken-chain') as string })
    })
  })

  test('leave every record as it was issued, byte by byte', async () => {
    await afterIssue(async folder => {
      const records = (): string[] => quarterNames.map(name => readFileSync(join(folder, recordFile(quarterNamed(name))), 'utf8'))
      const before = records()
      for (const args of [...everyCommand, ['plan'], ['check'], ['monitor', '--quarter', '2017/18 Q2'], ['charge', '--quarter', '2017/18 Q1', '--issue'], ['issued', '--output', 'issued/2017-18-Q1.json'], ['plan', '--output', 'issued/2017-18-Q2.json']]) {
        await farthing(folder, ...args)
        expect(records()).toEqual(before)
      }
    })
  })
})

test('places of records are names of files on every system', () => {
  expect(places(read({ 'issued/2017-18 Q1.json': year.files[first]! }).told)).toEqual(['broken-record'])
  expect(recordFile(quarterNamed('1999/00 Q4'))).toBe('issued/1999-00-Q4.json')
})
