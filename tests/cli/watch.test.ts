/** `whatif --watch` on real files: a fresh report at every save, and no end until the user says so. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { inFolder, soundModel } from '../read/reading.ts'

const dearer = (percent: string): string => `name: Email at ${percent}\nchanges:\n  - amounts: { line: email }\n    scale: ${percent}\n`

/** Until something holds; the system tells of saves in its own time. */
async function until(holds: () => boolean, io: FakeIo): Promise<void> {
  for (const end = Date.now() + 20_000; !holds(); ) {
    if (Date.now() > end) throw new Error(`it never came about; printed was:\n${io.printed.stdout}\n${io.printed.stderr}`)
    await new Promise(resolve => void setTimeout(resolve, 20))
  }
}

interface Watched {
  readonly io: FakeIo
  readonly folder: string
  readonly runs: () => number
  readonly save: (file: string, text: string) => void
  /** Saves, and waits for the run that follows. */
  readonly saveAndRun: (file: string, text: string) => Promise<void>
}

async function watching(args: readonly string[], use: (watched: Watched) => Promise<void>, files: Readonly<Record<string, string>> = { 'model/scenarios/dear.yaml': dearer('120%') }): Promise<number> {
  return inFolder({ ...Object.fromEntries(Object.entries(soundModel).map(([file, text]) => [`model/${file}`, text])), ...files }, async folder => {
    let interrupt = (): void => {}
    const interrupted = new Promise<void>(resolve => {
      interrupt = resolve
    })
    const io = fakeIo(['whatif', 'model', '--watch', ...args], folder, { interrupted: () => interrupted })
    const runs = (): number => io.printed.stderr.split('Watching for changes').length - 1
    const ended = run(io)
    const save = (file: string, text: string): void => writeFileSync(join(folder, file), text)
    try {
      await until(() => runs() === 1, io)
      await use({
        io, folder, runs, save,
        saveAndRun: async (file, text) => {
          const before = runs()
          save(file, text)
          await until(() => runs() > before, io)
        },
      })
    } finally {
      interrupt()
    }
    return ended
  })
}

describe('watching', () => {
  test('reports afresh when a scenario, or a file of the model, is saved', async () => {
    const exit = await watching([], async ({ io, saveAndRun }) => {
      expect(io.printed.stdout).toContain('dear: Email at 120%')
      await saveAndRun('model/scenarios/dear.yaml', dearer('150%'))
      expect(io.printed.stdout).toContain('dear: Email at 150%')
      expect(io.printed.stderr).toContain('09:00:00 UTC: dear.yaml was saved.')
      await saveAndRun('model/model.yaml', soundModel['model.yaml'].replace('Shared service', 'Another name'))
      expect(io.printed.stdout).toContain('Another name: what if')
    })
    expect(exit).toBe(0)
  })

  test('tells what is wrong with a file half saved, and goes on', async () => {
    const exit = await watching([], async ({ io, save, saveAndRun }) => {
      await saveAndRun('model/scenarios/dear.yaml', 'name: Half\nchanges:\n  - amounts: { line: em')
      expect(io.printed.stderr).toContain('broken-yaml')
      await saveAndRun('model/budget.csv', '')
      expect(io.printed.stderr).toContain('empty-file')
      await saveAndRun('model/budget.csv', soundModel['budget.csv'])
      await saveAndRun('model/scenarios/dear.yaml', dearer('130%'))
      expect(io.printed.stdout).toContain('dear: Email at 130%')
      save('model/scenarios/dear.yaml', '')
    })
    expect(exit).toBe(0)
  })

  test('sees files that editors rename into place, files that are new, and files that are gone', async () => {
    const exit = await watching([], async ({ io, folder, runs }) => {
      const next = async (change: () => void): Promise<void> => {
        const before = runs()
        change()
        await until(() => runs() > before, io)
      }
      await next(() => mkdirSync(join(folder, 'model/scenarios')))
      await next(() => {
        writeFileSync(join(folder, 'model/scenarios/.dear.yaml.swp'), dearer('140%'))
        renameSync(join(folder, 'model/scenarios/.dear.yaml.swp'), join(folder, 'model/scenarios/dear.yaml'))
      })
      expect(io.printed.stdout).toContain('Email at 140%')
      await next(() => rmSync(join(folder, 'model/scenarios/dear.yaml')))
      expect(io.printed.stderr.split('no-scenarios').length - 1).toBe(3)
    }, {})
    expect(exit).toBe(2)
  })

  test('sees a file that is named, wherever it is, and passes over files that are not read', async () => {
    await watching(['--scenario', 'mine.yaml', '--output', 'model/report.txt'], async ({ io, save, saveAndRun, runs }) => {
      save('notes.txt', 'nothing')
      save('model/notes.txt', 'nothing')
      await saveAndRun('mine.yaml', dearer('110%'))
      await new Promise(resolve => void setTimeout(resolve, 400))
      expect(runs()).toBe(2)
      expect(io.printed.stdout).toBe('')
    }, { 'mine.yaml': dearer('120%') })
  })

  test('several saves at once are one run', async () => {
    await watching([], async ({ save, saveAndRun, runs }) => {
      for (const percent of ['101%', '102%', '103%']) save('model/scenarios/dear.yaml', dearer(percent))
      await saveAndRun('model/users.csv', soundModel['users.csv'])
      await new Promise(resolve => void setTimeout(resolve, 400))
      expect(runs()).toBe(2)
    })
  })

  test('ends where there is no folder to watch', async () => {
    const io = fakeIo(['whatif', 'nowhere', '--watch'], import.meta.dirname, { interrupted: () => new Promise(() => {}) })
    expect([await run(io), io.printed.stderr]).toEqual([2, expect.stringContaining('no-model')])
  })
})
