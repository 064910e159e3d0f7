/** The program as it is shipped: the built bundle in a process of its own, through the file system and real streams. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'bin/farthing.js')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-'))
  cpSync(join(root, 'fixtures/starter'), join(folder, 'model'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function farthing(args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } })
}

describe('the built program', () => {
  test('takes the current folder for the model where none is named', () => {
    const { stdout } = spawnSync(process.execPath, [bin, 'plan'], { cwd: join(folder, 'model'), encoding: 'utf8' })
    expect(stdout).toBe(farthing(['plan', 'model']).stdout)
    expect(stdout).toContain('A shared service: plan for 2025/26 to 2027/28, £')
  })

  test('prints the same bytes in every locale and time zone', () => {
    const outputs = [{ LC_ALL: 'C', TZ: 'UTC' }, { LC_ALL: 'de_DE.UTF-8', TZ: 'Asia/Tokyo' }, { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' }]
      .map(env => ['table', 'csv', 'json', 'markdown'].map(format => farthing(['plan', 'model', '--format', format], env).stdout))
    expect(outputs[1]).toEqual(outputs[0])
    expect(outputs[2]).toEqual(outputs[0])
  })

  test('writes to a file what it would print, and nothing on the screen', () => {
    const { stdout, status } = farthing(['plan', 'model', '--output', 'plan.json', '--format', 'json'])
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe(farthing(['plan', 'model', '--format', 'json']).stdout)
    expect(readdirSync(folder).filter(file => file.includes('.part'))).toEqual([])
  })

  test('replaces an earlier output, through a link, and keeps its permissions', () => {
    writeFileSync(join(folder, 'earlier.txt'), 'earlier', { mode: 0o640 })
    symlinkSync('earlier.txt', join(folder, 'link.txt'))
    expect(farthing(['plan', 'model', '-o', 'link.txt']).status).toBe(0)
    expect(readFileSync(join(folder, 'earlier.txt'), 'utf8')).toContain('Budget summary')
    expect(statSync(join(folder, 'earlier.txt')).mode & 0o777).toBe(0o640)
  })

  test.each(['budget.csv', 'actuals.csv', 'expected/costs.csv'])('never writes over %s of the model', file => {
    const target = join(folder, 'model', file)
    const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined
    const { status, stderr } = farthing(['plan', 'model', '--output', join('model', file)])
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('part-of-the-model') })
    expect(existsSync(target) ? readFileSync(target, 'utf8') : undefined).toBe(before)
  })

  test('leaves no file, whole or half, where the output cannot be written', () => {
    const { status, stderr } = farthing(['plan', 'model', '--output', 'no-such-folder/plan.txt'])
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('not-writable') })
    mkdirSync(join(folder, 'taken'))
    expect(farthing(['plan', 'model', '--output', 'taken']).status).toBe(2)
    expect(readdirSync(folder).filter(file => file.includes('.part'))).toEqual([])
  })

  test('leaves an earlier output alone where the model is at fault', () => {
    cpSync(join(folder, 'model'), join(folder, 'broken'), { recursive: true })
    writeFileSync(join(folder, 'broken/users.csv'), 'system,partner,2025/26\nemail,NORT,1\n')
    writeFileSync(join(folder, 'kept.txt'), 'kept')
    expect(farthing(['plan', 'broken', '--output', 'kept.txt']).status).toBe(2)
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('kept')
  })

  test('says that a full disk took no output', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" plan model > /dev/full`], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'The output could not be written (ENOSPC).\n' })
  })

  test('lets a reader stop early', () => {
    const head = execFileSync('sh', ['-c', `"${process.execPath}" "${bin}" plan model --format json | head -n 1`], { cwd: folder, encoding: 'utf8' })
    expect(head).toBe('{\n')
  })

  test('runs without the code cache', () => {
    const bare = spawnSync(process.execPath, [join(root, 'dist/farthing.cjs'), 'plan', 'model'], { cwd: folder, encoding: 'utf8' })
    expect(bare.stdout).toBe(farthing(['plan', 'model']).stdout)
  })

  test.each([[['plann']], [['plan', '--units', 'shillings']], [['plan', 'model', 'another']], [['plan', '--no-such-option']], [[]]])(
    'exits 2 on the command line %j', args => {
      const { status, stdout, stderr } = farthing(args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).not.toMatch(/\n\s+at /)
    })
})

describe('init', () => {
  test('writes a model that plan and check accept as it is', () => {
    expect(farthing(['init', 'fresh']).status).toBe(0)
    expect(farthing(['plan', 'fresh'])).toMatchObject({ status: 0, stderr: '' })
    expect(farthing(['check', 'fresh'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('copies a fixture whole', () => {
    expect(farthing(['init', 'copy', '--from', '3c-ict']).status).toBe(0)
    expect(farthing(['check', 'copy']).stdout).toContain('100 of 100 figures agree')
  })

  test('never overwrites, and then writes nothing at all', () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine/users.csv'), 'mine')
    expect(farthing(['init', 'mine'])).toMatchObject({ status: 2, stderr: expect.stringContaining('would-overwrite') })
    expect(readdirSync(join(folder, 'mine'))).toEqual(['users.csv'])
    expect(readFileSync(join(folder, 'mine/users.csv'), 'utf8')).toBe('mine')
  })

  test('writes beside what is in the folder already', () => {
    mkdirSync(join(folder, 'repository'))
    writeFileSync(join(folder, 'repository/notes.txt'), 'mine')
    expect(farthing(['init', 'repository']).status).toBe(0)
    expect(readdirSync(join(folder, 'repository'))).toContain('notes.txt')
  })
})

describe('whatif', () => {
  test('takes the scenarios that a copy brings along, and leaves every file as it was', () => {
    expect(farthing(['init', 'supposed', '--from', '3c-ict-usage']).status).toBe(0)
    const texts = (): string[] => readdirSync(join(folder, 'supposed'), { recursive: true, encoding: 'utf8' }).sort()
      .filter(file => statSync(join(folder, 'supposed', file)).isFile()).map(file => `${file} ${readFileSync(join(folder, 'supposed', file), 'utf8')}`)
    const before = texts()
    const { status, stderr, stdout } = farthing(['whatif', 'supposed', '--format', 'csv'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(new Set(stdout.split('\n').map(row => row.split(',')[0])).size).toBe(16)
    expect(texts()).toEqual(before)
  })

  test('watches until it is interrupted, and then ends as its last report did', async () => {
    const watching = spawn(process.execPath, [bin, 'whatif', '--watch', '--scenario', 'pay-at-5'], { cwd: join(folder, 'supposed'), stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    watching.stderr.on('data', data => {
      told += String(data)
      if (told.includes('Ctrl-C')) watching.kill('SIGINT')
    })
    expect(await new Promise(resolve => void watching.on('exit', (code, signal) => resolve([code, signal])))).toEqual([0, null])
  })
})
