/** The commands and their options. What a command needs is loaded only when it is asked for. */
import { Command, Option } from 'commander'
import type { Unit } from '../report/unit.ts'
import type { Io } from './io.ts'
import { explainable, formats, roundings, unitNames } from './options.ts'
import { version } from '../../package.json'

/** Parses the command line and runs the command; the exit code comes back through `exit`. */
export function program(io: Io, exit: (code: number) => void): Command {
  const farthing = new Command('farthing')
    .description('Apportions the costs of a shared service between its partners, and models what they save.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ writeOut: text => void io.stdout.write(text), writeErr: text => void io.stderr.write(text) })
    .exitOverride()

  withYears(withSharedOptions(farthing.command('plan').argument('[model]', 'the model folder', '.')))
    .summary('what each partner will pay and save, year by year and in total')
    .description('What each partner will pay and save, year by year and in total: the budget summary, staff apportionment, costs and savings.')
    .addOption(new Option('--by <detail>', 'break costs down').choices(['partner', 'rule', 'line']).default('partner'))
    .action(async (folder, options) => exit(await (await import('./plan.ts')).planCommand(folder, options, io)))

  withSharedOptions(withQuarter(farthing.command('charge').argument('[model]', 'the model folder', '.')), 'pence')
    .summary('what is due from each partner this quarter, and why that much?')
    .description('The statement of a quarter: instalment, overspend, adjustment of earlier quarters and charge due, by rule and by line, with the proof that the charges are the cost. A quarter that was issued is shown as it was issued.')
    .option('--issue', 'freeze the quarter under issued/, once and in order')
    .action(async (folder, options) => exit(await (await import('./charge.ts')).chargeCommand(folder, options, io)))

  withYears(withPartners(withFormat(farthing.command('explain').argument('[model]', 'the model folder', '.'))))
    .summary('why exactly does a partner pay, cost or save this?')
    .description('A figure down to the cells that it was read from: what it adds up, each line\'s driver with every count, the share, the exact result and who got the pennies left over.')
    .addOption(new Option('--figure <figure>', 'what to explain (default: the charge of a quarter, the cost of a rule or line, or else the saving)').choices(explainable))
    .option('-q, --quarter <quarter>', 'of this quarter, as "2017/18 Q2"')
    .option('--closed-to <quarter>', 'the last quarter whose actuals are complete, for a charge')
    .option('--category <category>', 'only this category')
    .option('--rule <rule>', 'only lines of this rule')
    .option('-l, --line <line>', 'only this line')
    .action(async (folder, options) => exit(await (await import('./explain.ts')).explainCommand(folder, options, io)))

  withFormat(farthing.command('issued').argument('[model]', 'the model folder', '.'))
    .summary('what was issued, when and for how much')
    .action(async (folder, options) => exit(await (await import('./issued.ts')).issuedCommand(folder, options, io)))

  withFormat(withQuarter(farthing.command('settle').argument('[model]', 'the model folder', '.')))
    .summary('who pays whom how much, after what partners paid themselves')
    .description('Nets each charge of a quarter against what the partner paid itself (paid_by in the actuals) since the quarter issued before.')
    .action(async (folder, options) => exit(await (await import('./settle.ts')).settleCommand(folder, options, io)))

  withFormat(withQuarter(farthing.command('monitor').argument('[model]', 'the model folder', '.')))
    .summary('budget and actual to date, variance and forecast outturn')
    .description('For each line and rule: budget to date, actual to date, variance, and the forecast outturn of the year, actuals so far and the instalments that remain. Lines whose variance is over the threshold come first.')
    .option('--threshold <percent>', 'the variance that a line may have, of its budget to date', '5%')
    .action(async (folder, options) => exit(await (await import('./monitor.ts')).monitorCommand(folder, options, io)))

  withOutput(farthing.command('method').argument('[model]', 'the model folder', '.'))
    .summary('how is each cost apportioned, by which counts, and what changed?')
    .description('The methodology statement of a year, for an audit committee: how each cost is apportioned, by which counts of what date, the resulting split, what changed since the year before, the rounding rule and the position of the host.')
    .option('-y, --year <year>', "the year, as 2017/18 (default: the plan's first)")
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(['markdown', 'table', 'json']).default('markdown'))
    .action(async (folder, options) => exit(await (await import('./method.ts')).methodCommand(folder, options, io)))

  withFormat(farthing.command('check').argument('[model]', 'the model folder', '.'))
    .summary('is the model sound, does it add up, does it match what was published?')
    .description('Reads and validates the model, verifies that leaves sum to lines and partners to totals, and compares with the tables in expected/, each figure rounded on its own. Exit code 0 if all is well, 1 if figures differ, 2 if the model cannot be read.')
    .option('--tolerance <amount>', 'by how much a published amount may differ, unless its row says', '0')
    .action(async (folder, options) => exit(await (await import('./check.ts')).checkCommand(folder, options, io)))

  withYears(withSharedOptions(farthing.command('whatif').argument('[model]', 'the model folder', '.')))
    .summary('what if …? the model as it is and under each scenario')
    .description('What each partner would pay and save under scenarios, beside the model as it is: cost, saving, cumulative saving and the differences, by partner and year.')
    .option('-s, --scenario <name>', 'a file of scenarios/ by its name, or any file (repeatable; default: all of scenarios/)', several)
    .addOption(new Option('--by <detail>', 'break costs down').choices(['partner', 'rule', 'line']).default('partner'))
    .action(async (folder, options) => exit(await (await import('./whatif.ts')).whatifCommand(folder, options, io)))

  withYears(withPartners(withFormat(farthing.command('risk').argument('[model]', 'the model folder', '.'))))
    .summary('how far may cost and saving spread, and how likely is a target missed?')
    .description('A Monte Carlo simulation over the ranges of scenarios: mean, P10, P50 and P90 of cost, saving and cumulative saving by partner and year, the chance of a cost increase, and a histogram. The same seed gives the same figures on any machine.')
    .option('-s, --scenario <name>', 'a file of scenarios/ by its name, or any file (repeatable, taken together; default: risk)', several)
    .option('-n, --runs <number>', 'how many times to plan', '10000')
    .option('--seed <number>', 'where the draws by chance start from', '1')
    .addOption(new Option('--figure <figure>', 'what the histogram is of, in the last year').choices(['cost', 'saving', 'cumulative-saving']).default('cumulative-saving'))
    .addOption(new Option('-u, --units <unit>', 'show money in').choices(unitNames).default('pounds'))
    .action(async (folder, options) => exit(await (await import('./risk.ts')).riskCommand(folder, options, io)))

  farthing.command('init').argument('<dir>', 'the folder to write')
    .summary('a model folder to start from')
    .description('Writes a small commented model folder that "farthing plan" accepts as it is. Nothing is ever overwritten.')
    .option('--from <model>', 'which of the models that the program brings to copy', 'starter')
    .action(async (folder, options) => exit((await import('./init.ts')).initCommand(folder, options, io)))

  return farthing
}

const formatOption = (): Option => new Option('-f, --format <format>', 'how to write it').choices(formats).default('table')

/** How the answer is written, and where. */
const withFormat = (command: Command): Command => withOutput(command.addOption(formatOption()))

const withOutput = (command: Command): Command =>
  command
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--manifest <file>', 'write the digests of inputs and output, the version and the options to a file')

const withQuarter = (command: Command): Command =>
  command
    .requiredOption('-q, --quarter <quarter>', 'the quarter, as "2017/18 Q2"')
    .option('--closed-to <quarter>', 'the last quarter whose actuals are complete (default: every quarter that has any)')

const withYears = (command: Command): Command => command.option('-y, --year <year>', 'only this year, as 2017/18 (repeatable)', several)

function withSharedOptions(command: Command, unit: Unit['name'] = 'pounds'): Command {
  return withPartners(withFormat(command))
    .addOption(new Option('-u, --units <unit>', 'show money in').choices(unitNames).default(unit))
    .addOption(new Option('--rounding <mode>', 'figures that add up as shown, or each rounded on its own').choices(roundings).default('reconciled'))
}

const withPartners = (command: Command): Command => command.option('-p, --partner <id>', 'only this partner (repeatable)', several)


const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]
