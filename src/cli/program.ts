/** The commands and their options. What a command needs is loaded only when it is asked for. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Unit } from '../report/unit.ts'
import type { Io } from './io.ts'
import { checkFormats, explainable, formats, roundings, unitNames, watchable } from './options.ts'
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

  withYears(withShown(withFormat(farthing.command('compare').argument('[model]', 'the model folder', '.'))))
    .summary('the same costs under other methods: who gains, who loses, who pays for whom?')
    .description('The same costs under other methods side by side, each partner\'s gain or loss by a move from one to another, who would pay for whom, the cost per user, and whether anyone pays more than it would alone.')
    .option('-m, --method <name>', 'only this method: agreed, proportional, per-user or equal (repeatable)', several)
    .option('--from <name>', 'the method that gains and losses are measured from', 'agreed')
    .option('--users <driver>', 'the count that a cost per user goes by (default: the system with the most users in the first quarter)')
    .addOption(new Option('--by <detail>', 'show costs for each year too').choices(['year']))
    .action(async (folder, options) => exit(await (await import('./compare.ts')).compareCommand(folder, options, io)))

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
    .option('-y, --year <year>', "the year, as 2017/18 (default: the plan's first)", once)
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(['markdown', 'table', 'json']).default('markdown'))
    .action(async (folder, options) => exit(await (await import('./method.ts')).methodCommand(folder, options, io)))

  withOutput(farthing.command('check').argument('[model]', 'the model folder', '.'))
    .summary('is the model sound, does it add up, does it match what was published?')
    .description('Asks every question of "--list" of a model: does it add up, has every cost somebody to bear it, is everything used that is paid for, does it agree with the tables in expected/, does it reach targets.csv? Exit code 0 if all is well, 1 if a check failed, 2 if the model cannot be read.')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(checkFormats).default('text'))
    .option('--list', 'list the checks and what each asks')
    .option('--only <check>', 'only this check (repeatable)', several)
    .option('--skip <check>', 'all but this check (repeatable)', several)
    .option('--strict', 'fail for warnings too')
    .option('--quiet', 'say only what fails, and nothing if nothing does')
    .option('--tolerance <amount>', 'by how much a published amount may differ, unless its row says', '0')
    .option('--jump <percent>', 'by how much a line may change from one year to the next', '50%')
    .option('--amber <percent>', 'by how much of a target it may be missed and be amber, not red', '10%')
    .action(async (folder, options) => exit(await (await import('./check.ts')).checkCommand(folder, options, io)))

  withYears(withFormat(farthing.command('diff').argument('<before>', 'a model folder, or the record of an issued quarter').argument('<after>', 'what to compare with it, likewise')))
    .summary('which inputs changed, and why each partner pays more or less')
    .description('What changed from one model to another, or from a quarter as it was issued to what is due of it now: every input that differs, with its place, and for each partner a bridge from the old figure to the new one by price, volume, share, partners joined or left, method and rounding.')
    .option('-p, --partner <id>', 'only this partner (repeatable)', several)
    .addOption(new Option('--by <detail>', 'break the bridge down').choices(['line', 'year']))
    .option('--exit-code', 'exit 1 if anything differs')
    .action(async (before, after, options) => exit(await (await import('./diff.ts')).diffCommand(before, after, options, io)))

  withPartners(withFormat(farthing.command('appraise').argument('[model]', 'the model folder', '.')))
    .summary('is it worth it? savings beside capital, in present values')
    .description('The investment appraisal: saving, capital spending and running cost (capital.csv) of each partner and year, net present value, benefit-cost ratio and payback. Discounted at the declining real rates of the Treasury\'s Green Book, unless told otherwise.')
    .option('--rate <percent>', 'discount at one rate for every year, as "3.5%"')
    .option('--discount-table <file>', 'discount by a CSV of your own, with columns from_year and rate')
    .option('--base-year <year>', 'year 0, whose discount factor is 1 (default: the first year of the plan)')
    .option('--deflator <percent>', 'take this much general inflation a year out of all cash flows first')
    .option('--nominal', 'the rate given includes inflation: discount cash as it is')
    .option('--optimism-bias <percent>', 'show the result with this much on capital spending (capex) besides')
    .addOption(new Option('-u, --units <unit>', 'show money in').choices(unitNames).default('pounds'))
    .action(async (folder, options) => exit(await (await import('./appraise.ts')).appraiseCommand(folder, options, io)))

  withYears(withSharedOptions(farthing.command('whatif').argument('[model]', 'the model folder', '.')))
    .summary('what if …? the model as it is and under each scenario')
    .description('What each partner would pay and save under scenarios, beside the model as it is: cost, saving, cumulative saving and the differences, by partner and year.')
    .option('-s, --scenario <name>', 'a file of scenarios/ by its name, or any file (repeatable; default: all of scenarios/)', several)
    .addOption(new Option('--by <detail>', 'break costs down').choices(['partner', 'rule', 'line']).default('partner'))
    .option('--watch', 'again at every save of a file of the model, until Ctrl-C')
    .action(async (folder, options) => exit(await (await import('./whatif.ts')).whatifCommand(folder, options, io)))

  withWatched(withFormat(farthing.command('sensitivity').argument('[model]', 'the model folder', '.')))
    .summary('what matters most? each input up and down, by what it does to a figure')
    .description('Tries each input alone, so much less and so much more of it: every index, cost line, count of a partner and baseline; or, with scenarios, the ranges that they state. Ranked by the difference to the figure, as a tornado.')
    .option('--by <percent>', 'how much less and more of each (default: 10%)')
    .option('--top <count>', 'how many inputs to show (default: 15 in a table, all as CSV and JSON)')
    .addOption(unitsOption('pounds'))
    .addOption(roundingOption())
    .action(async (folder, options) => exit(await (await import('./sensitivity.ts')).sensitivityCommand(folder, options, io)))

  withWatched(withFormat(farthing.command('solve').argument('[model]', 'the model folder', '.')))
    .summary('at which value of an input does a figure reach a target?')
    .description('The switching value: where one input takes a figure to a target, as the pay award at which a saving is gone. Exit code 1 where there is none.')
    .requiredOption('--vary <input>', 'what is varied: "rate INDEX", "amounts LINE", "users SYSTEM of PARTNER", "driver NAME of PARTNER", "baseline CATEGORY of PARTNER"')
    .option('--from <period>', 'from when it is varied (default: throughout)')
    .option('--reach <amount>', 'the target', '0')
    .option('--between <ends...>', 'where it is looked for, as 0% 50% (default: rates 0% 50%, the rest 0% 200% of what it is)')
    .action(async (folder, options) => exit(await (await import('./solve.ts')).solveCommand(folder, options, io)))

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

const withSharedOptions = (command: Command, unit: Unit['name'] = 'pounds'): Command => withShown(withPartners(withFormat(command)), unit)

function withShown(command: Command, unit: Unit['name'] = 'pounds'): Command {
  return command.addOption(unitsOption(unit)).addOption(roundingOption())
}

const unitsOption = (unit: Unit['name']): Option => new Option('-u, --units <unit>', 'show money in').choices(unitNames).default(unit)

const roundingOption = (): Option => new Option('--rounding <mode>', 'figures that add up as shown, or each rounded on its own').choices(roundings).default('reconciled')

/** A figure that is watched, and the scenarios that set the base. */
const withWatched = (command: Command): Command =>
  withPartners(command)
    .addOption(new Option('--figure <figure>', 'the figure').choices(watchable).default('cumulative-saving'))
    .option('-y, --year <year>', "its year, as 2017/18 (default: the plan's last)")
    .option('-s, --scenario <name>', 'start from a scenario: a file of scenarios/ by its name, or any file (repeatable)', several)

const withPartners = (command: Command): Command => command.option('-p, --partner <id>', 'only this partner (repeatable)', several)

/** For what would otherwise be the last that was given, whatever came before. */
function once(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError(`It was given already, as '${before}', and can be given once.`)
  return value
}

const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]
