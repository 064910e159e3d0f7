/** Bad input never shows a stack trace, never passes for good, and is never a fault of the program's own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { type Files, inFolder, soundModel } from './reading.ts'

interface Ran {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

const farthing = (command: 'plan' | 'check', files: Files): Promise<Ran> => inFolder(files, async folder => {
  const io = fakeIo([command], folder)
  const exit = await run(io)
  return { exit, ...io.printed }
})

const plan = (changes: Files): Promise<Ran> => farthing('plan', { ...soundModel, ...changes })

const changed = (file: keyof typeof soundModel, old: string, by: string): Files => {
  expect(soundModel[file]).toContain(old)
  return { [file]: soundModel[file].replace(old, by) }
}
const inModel = (old: string, by: string): Files => changed('model.yaml', old, by)
const inBudget = (old: string, by: string): Files => changed('budget.csv', old, by)

const header = 'line,category,rule,2017/18'
const many = 10_000

const refused: [string, () => Files, string][] = [
  ['a model.yaml that is a list', () => ({ 'model.yaml': '- a\n- b\n' }), 'wrong-shape'],
  ['a model.yaml that is a text', () => ({ 'model.yaml': 'a shared service' }), 'wrong-shape'],
  ['a model.yaml that is empty', () => ({ 'model.yaml': '' }), 'wrong-shape'],
  ['a model.yaml of comments', () => ({ 'model.yaml': '# name: x\n' }), 'wrong-shape'],
  ['a model.yaml of two documents', () => ({ 'model.yaml': `${soundModel['model.yaml']}---\nname: x\n` }), 'broken-yaml'],
  ['a model.yaml with a tab', () => inModel('  SOUTH', '\tSOUTH'), 'broken-yaml'],
  ['a model.yaml with lone carriage returns', () => ({ 'model.yaml': soundModel['model.yaml'].replaceAll('\n', '\r') }), 'broken-yaml'],
  ['a model.yaml with a tag', () => inModel('GBP', '!!js/function x'), 'broken-yaml'],
  ['a model.yaml with an alias', () => inModel('  pay: 2%', '  pay: &rate 2%\n  prices: *rate'), 'broken-yaml'],
  ['a model.yaml with aliases of aliases', () => inModel('  pay: 2%', '  a: &a { 2018/19: 2% }\n  b: &b [*a, *a]\n  c: [*b, *b]'), 'broken-yaml'],
  ['a model.yaml with a merged map', () => inModel('  pay: 2%', '  pay: &a { 2018/19: 2% }\n  prices: { <<: *a }'), 'broken-yaml'],
  ['a model.yaml that is absurdly deep', () => inModel('  pay: 2%', `  pay: ${'['.repeat(many)}${']'.repeat(many)}`), 'broken-yaml'],
  ['a model.yaml with a NUL', () => inModel('GBP', 'GBP\0'), 'not-text'],
  ['a key twice', () => ({ 'model.yaml': `${soundModel['model.yaml']}host: SOUTH\n` }), 'broken-yaml'],
  ['a partner twice', () => inModel('  SOUTH', '  NORTH'), 'broken-yaml'],
  ['no partners', () => inModel('partners:\n  NORTH: North District Council\n  SOUTH: South Borough Council', 'partners: {}'), 'wrong-shape'],
  ['no host', () => inModel('host: NORTH\n', ''), 'missing-key'],
  ['years in the wrong order', () => inModel('2017/18 to 2018/19', '2018/19 to 2017/18'), 'bad-years'],
  ['a thousand years', () => inModel('2017/18 to 2018/19', '1017/18 to 2017/18'), 'bad-years'],
  ['a header alone in the baseline', () => ({ 'baseline.csv': 'line,category,partner,2017/18\n' }), 'no-weights'],
  ['blank lines alone', () => ({ 'budget.csv': '\r\n\r\n' }), 'empty-file'],
  ['a header again among the rows', () => ({ 'budget.csv': soundModel['budget.csv'] + soundModel['budget.csv'] }), 'unknown-rule'],
  ['ten thousand unknown columns', () => ({ 'budget.csv': `${header},${Array.from({ length: many }, (_, place) => `c${place}`).join(',')}\nteam,staff,staff,5\n` }), 'unknown-column'],
  ['ten thousand cells too many', () => ({ 'budget.csv': `${header}\nteam,staff,staff,5${',x'.repeat(many)}\n` }), 'extra-cell'],
  ['a NUL in a table', () => inBudget('team', 'te\0am'), 'not-text'],
  ['a NUL as the second byte', () => ({ 'budget.csv': `l\0${soundModel['budget.csv'].slice(2)}` }), 'unknown-column'],
  ['a fault at the end of a very long line', () => inBudget('team,staff,staff,,,pay,640000', `${'x'.repeat(2_000_000)},staff,staff,,,pay,tbc`), 'bad-amount'],
  ['an amount of very many decimals', () => inBudget('640000', `0.${'1'.repeat(20_000)}`), 'bad-amount'],
  ['an amount of very many commas', () => inBudget('640000', `"1${',111'.repeat(20_000)}x"`), 'bad-amount'],
  ['a quotation mark alone', () => ({ 'budget.csv': '"' }), 'broken-quotes'],
  ['lines that end as no lines do', () => ({ 'budget.csv': soundModel['budget.csv'].replaceAll('\n', '\u2028') }), 'bad-period'],
  ['another separator', () => ({ 'budget.csv': soundModel['budget.csv'].replaceAll(',', '|') }), 'bad-period'],
  ['a web page', () => ({ 'budget.csv': '<!doctype html>\n<html><body>Not found</body></html>\n' }), 'unknown-column'],
  ['the other file', () => ({ 'budget.csv': soundModel['model.yaml'] }), 'missing-column'],
  ['a formula', () => inBudget('640000', '=SUM(A1:A9)'), 'bad-amount'],
  ['a partner called as nobody is', () => inBudget('email,other,shared,email,', 'email,other,legacy,,__proto__'), 'unknown-partner'],
  ['a rule called as nothing is', () => inBudget('staff,staff,', 'staff,constructor,'), 'unknown-rule'],
  ['a driver called as nothing is', () => inBudget('shared,email', 'shared,toString'), 'unknown-system'],
  ['partners whose ids differ in white space alone', () => inModel('  SOUTH', '  "NORTH ": North again\n  SOUTH'), 'broken-yaml'],
  ['a partner without an id', () => inModel('  SOUTH', '  "": Nobody\n  SOUTH'), 'broken-yaml'],
  ['a partner whose id is a list', () => inModel('  SOUTH', '  ? [a]\n  : Nobody\n  SOUTH'), 'broken-yaml'],
  ['an index given twice, once with white space', () => inModel('  pay: 2%', '  pay: 2%\n  "pay ": 50%'), 'broken-yaml'],
  ['a budget of commas alone', () => ({ 'budget.csv': ',,,\n,,,\n' }), 'empty-file'],
  ['a baseline of commas alone', () => ({ 'baseline.csv': ',,,\n,,,\n', 'budget.csv': 'line,category,rule,driver,2017/18\nemail,other,shared,email,5\n' }), 'empty-file'],
  ['a budget that is a header alone', () => ({ 'budget.csv': `${header}\n` }), 'no-rows'],
  ['an amount with a comma in no quotation marks', () => ({ 'budget.csv': 'line,category,rule,2017/18,2018/19\nteam,staff,staff,640,000\n' }), 'bad-amount'],
  ['an amount that may be half a pound or five hundred', () => inBudget('640000', '"0,500"'), 'bad-amount'],
  ['a count with a comma in no quotation marks, and an empty cell after it', () => changed('users.csv', '820,840', '1,200,'), 'extra-cell'],
  ['a financial year before there were any', () => inBudget('2017/18', '1017/18'), 'bad-period'],
  ['an amount beyond all money', () => inBudget('640000', '9'.repeat(300)), 'bad-amount'],
]

describe('the program refuses', () => {
  test.each(refused)('%s', async (_, files, code) => {
    const { exit, stdout, stderr } = await plan(files())
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(new RegExp(`(^|  )${code}:\\s`, 'm'))
    expect(stderr).not.toMatch(/\n\s+at |undefined|\[object|fault of its own/)
  })
})

describe('the program takes', () => {
  test.each<[string, () => Files]>([
    ['ids that look like something else', () => ({
      'model.yaml': soundModel['model.yaml'].replaceAll('NORTH', '__proto__').replaceAll('SOUTH', '"a, ""b"""'.replaceAll('""', '\\"')),
      'baseline.csv': soundModel['baseline.csv'].replace('NORTH', '__proto__').replace('SOUTH', '"a, ""b"""'),
      'users.csv': soundModel['users.csv'].replace('NORTH', '__proto__').replace('SOUTH', '"a, ""b"""'),
    })],
    ['numbers for ids', () => Object.fromEntries(Object.entries(soundModel).map(([file, text]) => [file, text.replaceAll('NORTH', '010').replaceAll('SOUTH', '1e3')]))],
    ['a note for a partner', () => Object.fromEntries(Object.entries(soundModel).map(([file, text]) => [file, text.replaceAll('NORTH', 'note').replaceAll('SOUTH', 'notes')]))],
    ['categories and lines called like parts of the language', () => ({
      'baseline.csv': soundModel['baseline.csv'].replaceAll('staff,staff', 'toString,constructor'), 'budget.csv': soundModel['budget.csv'].replace('team,staff,', '__proto__,constructor,'),
    })],
    ['ten thousand columns of notes', () => ({ 'budget.csv': `${header},${Array.from({ length: many }, (_, place) => `note ${place}`).join(',')}\nteam,staff,staff,5${',x'.repeat(many)}\n` })],
    ['ten thousand empty columns', () => ({ 'budget.csv': `${header}${','.repeat(many)}\nteam,staff,staff,5${','.repeat(many)}\n` })],
    ['ten thousand lines', () => ({ 'budget.csv': `${header}\n${Array.from({ length: many }, (_, place) => `line ${place},other,staff,5\n`).join('')}`, 'baseline.csv': 'line,category,partner,2017/18\na,other,NORTH,1\n' })],
    ['an amount as long as any may be', () => inBudget('640000', '9'.repeat(60))],
    ['half of a pair of letters', () => ({ 'budget.csv': Buffer.from(`\ufeff${soundModel['budget.csv'].replace('team', 'te\ud800am')}`, 'utf16le') })],
    ['an anchor that nothing refers to', () => inModel('pay: 2%', 'pay: &rate 2%')],
  ])('%s', async (_, files) => {
    const { exit, stderr } = await plan(files())
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  })
})

/** A file cut, doubled or overwritten somewhere, or with something put in. */
const spoiled = fc.record({
  file: fc.constantFrom(...(Object.keys(soundModel) as (keyof typeof soundModel)[])),
  at: fc.nat(400), length: fc.nat(12), by: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(',', '"', '\n', '\t', ': ', '{', '-', '*', '£', '%', '2019/20', 'NORTH', '0', '\r')),
})

const sane = ({ exit, stderr }: Ran): void => {
  expect(exit).not.toBe(3)
  expect(exit === 0 || stderr !== '').toBe(true)
  expect(stderr).not.toMatch(/\n\s+at |\[object|fault of its own/)
}

test('a sound model spoiled anywhere is read or refused', async () => {
  await fc.assert(fc.asyncProperty(fc.array(spoiled, { minLength: 1, maxLength: 3 }), async spoils => {
    const files: Record<string, string> = { ...soundModel }
    for (const { file, at, length, by } of spoils) {
      const text = files[file]!
      const from = at % (text.length + 1)
      files[file] = text.slice(0, from) + by + text.slice(from + length)
    }
    sane(await farthing('plan', files))
  }), { numRuns: 1_000 })
})

test('a model of any bytes at all is refused', async () => {
  const bytes = fc.uint8Array({ maxLength: 200 })
  await fc.assert(fc.asyncProperty(bytes, bytes, bytes, async (model, budget, users) => {
    const ran = await farthing('plan', { 'model.yaml': model, 'budget.csv': budget, 'users.csv': users })
    sane(ran)
    expect(ran.exit).toBe(2)
  }), { numRuns: 500 })
})
