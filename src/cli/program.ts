/** The commands and their options. What a command needs is loaded only when it is asked for. */
import { Command, Option } from 'commander'
import type { Io } from './io.ts'
import { formats, roundings, unitNames } from './options.ts'
import { version } from '../../package.json'

/** Parses the command line and runs the command; the exit code comes back through `exit`. */
export function program(io: Io, exit: (code: number) => void): Command {
  const farthing = new Command('farthing')
    .description('Apportions the costs of a shared service between its partners, and models what they save.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ writeOut: text => void io.stdout.write(text), writeErr: text => void io.stderr.write(text) })
    .exitOverride()

  withSharedOptions(farthing.command('plan').argument('[model]', 'the model folder', '.'))
    .summary('what each partner will pay and save, year by year and in total')
    .description('What each partner will pay and save, year by year and in total: the budget summary, staff apportionment, costs and savings.')
    .addOption(new Option('--by <detail>', 'break costs down').choices(['partner', 'rule', 'line']).default('partner'))
    .action(async (folder, options) => exit((await import('./plan.ts')).planCommand(folder, options, io)))

  farthing.command('check').argument('[model]', 'the model folder', '.')
    .summary('is the model sound, does it add up, does it match what was published?')
    .description('Reads and validates the model, verifies that leaves sum to lines and partners to totals, and compares with the tables in expected/, each figure rounded on its own. Exit code 0 if all is well, 1 if figures differ, 2 if the model cannot be read.')
    .addOption(formatOption())
    .addOption(outputOption())
    .option('--tolerance <amount>', 'by how much a published amount may differ, unless its row says', '0')
    .action(async (folder, options) => exit((await import('./check.ts')).checkCommand(folder, options, io)))

  farthing.command('init').argument('<dir>', 'the folder to write')
    .summary('a model folder to start from')
    .description('Writes a small commented model folder that "farthing plan" accepts as it is. Nothing is ever overwritten.')
    .option('--from <model>', 'which of the models that the program brings to copy', 'starter')
    .action(async (folder, options) => exit((await import('./init.ts')).initCommand(folder, options, io)))

  return farthing
}

const formatOption = (): Option => new Option('-f, --format <format>', 'how to write it').choices(formats).default('table')
const outputOption = (): Option => new Option('-o, --output <file>', 'write to a file instead of the screen')

function withSharedOptions(command: Command): Command {
  return command
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(new Option('-u, --units <unit>', 'show money in').choices(unitNames).default('pounds'))
    .addOption(new Option('--rounding <mode>', 'figures that add up as shown, or each rounded on its own').choices(roundings).default('reconciled'))
    .option('-p, --partner <id>', 'only this partner (repeatable)', several)
    .option('-y, --year <year>', 'only this year, as 2017/18 (repeatable)', several)
}

const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]
