/** Every annotation of every fixture marks the text that it is about: the file is there, and the place holds a whole cell. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'
import { run } from '../../src/run.ts'
import { type Annotation, annotationsIn } from '../annotations.ts'
import { fakeIo } from '../fake-io.ts'

const root = join(import.meta.dirname, '../..')

function modelsIn(folder: string): string[] {
  const inner = readdirSync(join(root, folder), { withFileTypes: true }).filter(entry => entry.isDirectory() && !entry.name.endsWith('.golden'))
  return [...(existsSync(join(root, folder, 'model.yaml')) ? [folder] : []), ...inner.flatMap(({ name }) => modelsIn(join(folder, name)))]
}

const models = modelsIn('fixtures')

async function annotate(folder: string, cwd = root, env: Record<string, string> = {}): Promise<{ exit: number; annotations: Annotation[] }> {
  const io = fakeIo(['check', folder, '--format', 'github'], cwd, { env })
  const exit = await run(io)
  return { exit, annotations: annotationsIn(io.printed.stdout) }
}

/** The text from the first column to before the end column, and what stands on either side of it. */
function marked({ properties: { file, line, col, endColumn } }: Annotation): { before: string; text: string; after: string } {
  const lines = decode(readFileSync(join(root, file!)))!.split(/\r\n|\n|\r/)
  const [from, to, written] = [parseInt(col!, 10) - 1, parseInt(endColumn!, 10) - 1, lines[parseInt(line!, 10) - 1]!]
  return { before: written.slice(0, from), text: written.slice(from, to), after: written.slice(to) }
}

/** What is not there has no text: a cell that is missing, or a row that ends too soon. */
const mayBeEmpty = ['missing-value', 'extra-cell', 'missing-key', 'more-rows', 'wrong-shape']

/** Where no cells can be told apart, the place is where the reader stumbled. */
const noCells = ['broken-quotes', 'broken-yaml']

describe.each(models)('%s', folder => {
  test('is annotated at whole cells', async () => {
    const { annotations } = await annotate(folder)
    for (const annotation of annotations.filter(({ properties }) => properties['line'] !== undefined)) {
      const { before, text, after } = marked(annotation)
      const { title } = annotation.properties
      if (noCells.includes(title!) || (text === '' && mayBeEmpty.includes(title!))) continue
      expect([title, before.slice(-12), text, after.slice(0, 12)]).toEqual([
        title, expect.stringMatching(/(^|[,;\t:{"'[&\s])$/), expect.stringMatching(/^\S(.*\S)?$/), expect.stringMatching(/^($|[,;\t:}"'\]\s])/)])
    }
  })

  test('exits as it does in text', async () => {
    const io = fakeIo(['check', folder], root)
    expect((await annotate(folder)).exit).toBe(await run(io))
  })
})

describe('the text that is marked', () => {
  test.each<[string, string[]]>([
    ['sums', ['640000']], ['shares', ['55.6']], ['shares-negative', ['insurance']], ['zero-driver', ['help-desk']], ['system-without-users', ['telephony']], ['users-without-cost', ['45']],
    ['unused-application', ['payroll', 'housing', 'maps', '20000']], ['year-gap', ['licences', 'licences']], ['rates', ['network']], ['baseline-without-cost', ['40000']],
    ['partner-dates', ['EAST', 'EAST', '95000', '400', '450']], ['partner-dates-budget', ['east-link']], ['jump', ['200000', '99000']], ['above-baseline', ['"£240,000"', '"£240,000"', '"£240,000"']],
    ['published', ['422600', '313400']], ['published-sums', ['736001']], ['targets', ['"£250,000"', '350000', '"£95,000"', '735000', '40000']], ['ignored', ['100000']], ['ignored-unused', ['1200', '2%', '4%', '2%']], ['scenarios', ['email']], ['scenarios-unread', ['pays']], ['capital', ['WEST', 'running', '5000']],
    ['published-row-missing', ['736000']], ['sound', []],
  ])('of checks/%s is what is wrong', async (name, texts) => {
    const { annotations } = await annotate(`fixtures/checks/${name}`)
    expect(annotations.filter(({ properties }) => properties['line']).map(annotation => marked(annotation).text)).toEqual(texts)
  })

  test('of a cell that cannot be read is that cell', async () => {
    const { annotations, exit } = await annotate('fixtures/faults/several-faults')
    expect([exit, annotations.map(annotation => marked(annotation).text)]).toEqual([2, ['SUOTH', '"£310.000,00"', 'staf', 'e-mail', 'prices', '#REF!', 'shared', 'gbp', 'WEST', 'joining', '2', '-840', 'email']])
  })
})

describe('the file of an annotation', () => {
  test('is there without a line where it is about the file as a whole', async () => {
    const files = async (folder: string): Promise<unknown[]> =>
      (await annotate(folder)).annotations.filter(({ properties }) => properties['line'] === undefined).map(({ properties }) => properties)
    expect(await files('fixtures/checks/issued')).toEqual([{ file: 'fixtures/checks/issued/issued/2025-26-Q1.json', title: 'issued' }])
    expect(await files('fixtures/checks/ignored')).toEqual([{ file: 'fixtures/checks/ignored/servers.csv', title: 'ignored' }])
    expect(await files('fixtures/faults/not-text')).toEqual([{ file: 'fixtures/faults/not-text/budget.csv', title: 'not-text' }])
  })

  test('is named from the root of the repository though a link leads there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'farthing-link-'))
    try {
      symlinkSync(root, join(folder, 'repository'))
      expect(await fileOf(join(root, 'fixtures/checks/jump'), '/', { GITHUB_WORKSPACE: join(folder, 'repository') })).toBe('fixtures/checks/jump/budget.csv')
      expect(await fileOf('fixtures/checks/jump', join(folder, 'repository'), { GITHUB_WORKSPACE: root })).toBe('fixtures/checks/jump/budget.csv')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  const fileOf = async (...of: Parameters<typeof annotate>): Promise<string | undefined> => (await annotate(...of)).annotations[0]!.properties['file']

  test('is named from the current folder, or from the root of the repository where that is told', async () => {
    expect(await fileOf('fixtures/checks/jump')).toBe('fixtures/checks/jump/budget.csv')
    expect(await fileOf('jump', join(root, 'fixtures/checks'))).toBe('jump/budget.csv')
    expect(await fileOf('.', join(root, 'fixtures/checks/jump'))).toBe('budget.csv')
    expect(await fileOf('jump', join(root, 'fixtures/checks'), { GITHUB_WORKSPACE: root })).toBe('fixtures/checks/jump/budget.csv')
    expect(await fileOf(join(root, 'fixtures/checks/jump'), '/', { GITHUB_WORKSPACE: `${root}/` })).toBe('fixtures/checks/jump/budget.csv')
    expect(await fileOf('jump', join(root, 'fixtures/checks'), { GITHUB_WORKSPACE: '' })).toBe('jump/budget.csv')
  })
})
