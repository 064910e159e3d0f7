/** The words of what is amiss with scenarios and with the ranges in them. */
import type { Code, Diagnostic } from '../domain/diagnostic.ts'
import { quarterName, yearName } from '../domain/period.ts'
import type { Message } from './messages.ts'
import { list, meant, quoted } from './wording.ts'

type ScenarioCode = Extract<Code,
  | 'no-scenarios' | 'bad-range' | 'unknown-scenario' | 'circular-scenario' | 'touches-nothing' | 'already-partner' | 'host-leaves' | 'leaves-when-out'
  | 'nothing-to-start-from' | 'no-ranges' | 'unknown-range' | 'bad-correlation' | 'run-fails'
>

export function scenarioMessage({ code, args }: Extract<Diagnostic, { readonly code: ScenarioCode }>): Message {
  switch (code) {
    case 'no-scenarios':
      return { what: `there is no scenario in ${quoted(args.folder)}`, remedy: 'Write one in its folder scenarios/, or name a file with --scenario.' }
    case 'bad-range':
      return { what: `${quoted(args.key)} is no range`, remedy: 'Write { low, likely, high } or { low, high } in rising order, { mean, deviation }, or { values } with chances that come to 100%.' }
    case 'unknown-scenario':
      return { what: `there is no scenario ${quoted(args.scenario)}`, remedy: meant(args.scenario, args.known, `Scenarios are the files of scenarios/: ${list(args.known)}.`) }
    case 'circular-scenario':
      return { what: `${quoted(args.scenario)} builds on itself: ${args.through.join(' on ')}`, remedy: 'Take it out of one of them.' }
    case 'touches-nothing':
      return { what: `this change touches nothing in the model`, remedy: 'Check its lines, partners and periods against the model and the years of the plan.' }
    case 'already-partner':
      return { what: `${quoted(args.partner)} is a partner already`, remedy: 'Give the partner that joins an id of its own.' }
    case 'host-leaves':
      return { what: `${quoted(args.partner)} is the host, and cannot leave`, remedy: 'Name another host in model.yaml to model that.' }
    case 'leaves-when-out':
      return { what: `${quoted(args.partner)} is no partner any more in ${quarterName(args.last)}, or not yet`, remedy: 'Name the last quarter in which it takes part.' }
    case 'nothing-to-start-from':
      return { what: `there is no cost or no baseline in ${yearName(args.year)}${args.category === undefined ? '' : ` in category ${quoted(args.category)}`} to start from`, remedy: 'Leave the category out, or name one with both.' }

    case 'no-ranges':
      return { what: args.scenarios.length === 0 ? 'no scenario is named, and there is no scenarios/risk.yaml' : `nothing in ${list(args.scenarios.map(quoted))} has a range`, remedy: 'Name a scenario with "--scenario" in which a figure is a range, as in { low: 95%, likely: 100%, high: 115% }.' }
    case 'unknown-range':
      return { what: `there is no range called ${quoted(args.range)}`, remedy: meant(args.range, args.known, args.known.length === 0 ? 'Give each of the two ranges a "name".' : `The ranges are ${list(args.known)}.`) }
    case 'bad-correlation':
      return badCorrelation(args)
    case 'run-fails':
      return { what: `run ${args.run} of ${args.of} cannot be planned, with what its ranges came to`, remedy: 'Narrow the range that leads to what is said below.' }
  }
}

type Args<C extends Code> = Extract<Diagnostic, { readonly code: C }>['args']

function badCorrelation({ between, why }: Args<'bad-correlation'>): Message {
  const both = list(between.map(quoted))
  switch (why) {
    case 'itself':
      return { what: `${quoted(between[0])} cannot be correlated with itself`, remedy: 'Ranges of one name come out together anyway.' }
    case 'size':
      return { what: `${both} cannot be correlated by 100% or more, either way`, remedy: 'Give ranges that always come out together one name instead.' }
    case 'twice':
      return { what: `${both} are correlated here a second time`, remedy: 'Keep one of the two.' }
    case 'impossible':
      return { what: `${both} cannot be correlated so, given the correlations before: the matrix is not positive definite`, remedy: 'What goes closely with a third goes with each other too: bring them nearer to each other, or nearer to nil.' }
  }
}
