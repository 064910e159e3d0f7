/** The options that several commands share, as they are declared. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Unit } from '../report/unit.ts'
import { formats, roundings, unitNames, watchable } from './options.ts'

const formatOption = (): Option => new Option('-f, --format <format>', 'how to write it').choices(formats).default('table')

/** How the answer is written, and where. */
export const withFormat = (command: Command): Command => withOutput(command.addOption(formatOption()))

export const withOutput = (command: Command): Command =>
  command
    .option('-o, --output <file>', 'write to a file instead of the screen')
    .option('--manifest <file>', 'write the digests of inputs and output, the version and the options to a file')

export const withQuarter = (command: Command): Command =>
  command
    .requiredOption('-q, --quarter <quarter>', 'the quarter, as "2017/18 Q2"')
    .option('--closed-to <quarter>', 'the last quarter whose actuals are complete (default: every quarter that has any)')

export const withYears = (command: Command): Command => command.option('-y, --year <year>', 'only this year, as 2017/18 (repeatable)', several)

export const withSharedOptions = (command: Command, unit: Unit['name'] = 'pounds'): Command => withShown(withPartners(withFormat(command)), unit)

export function withShown(command: Command, unit: Unit['name'] = 'pounds'): Command {
  return command.addOption(unitsOption(unit)).addOption(roundingOption())
}

export const unitsOption = (unit: Unit['name']): Option => new Option('-u, --units <unit>', 'show money in').choices(unitNames).default(unit)

export const roundingOption = (): Option => new Option('--rounding <mode>', 'figures that add up as shown, or each rounded on its own').choices(roundings).default('reconciled')

/** A figure that is watched, and the scenarios that set the base. */
export const withWatched = (command: Command): Command =>
  withPartners(command)
    .addOption(new Option('--figure <figure>', 'the figure').choices(watchable).default('cumulative-saving'))
    .option('-y, --year <year>', "its year, as 2017/18 (default: the plan's last)")
    .option('-s, --scenario <name>', 'start from a scenario: a file of scenarios/ by its name, or any file (repeatable)', several)

export const withPartners = (command: Command): Command => command.option('-p, --partner <id>', 'only this partner (repeatable)', several)

/** For what would otherwise be the last that was given, whatever came before. */
export function once(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError(`It was given already, as '${before}', and can be given once.`)
  return value
}

export const several = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]
