/** The words of scenarios: what is amiss with one, and how to mend it. */
import type { ArgsOf, InVain } from '../../domain/diagnostic.ts'
import { quarterName, yearName } from '../../domain/period.ts'
import { list, meant, quoted } from '../wording.ts'
import type { Message, Messages } from './message.ts'

export const scenarioMessages = {
  'no-scenarios': args => ({ what: `there is no scenario in ${quoted(args.folder)}`, remedy: 'Write one in its folder scenarios/, or name a file with --scenario.' }),
  'bad-range': args => ({ what: `${quoted(args.key)} is no range`, remedy: 'Write { low, likely, high } or { low, high } in rising order, { mean, deviation }, or { values } with chances that come to 100%.' }),
  'unknown-scenario': args => ({ what: `there is no scenario ${quoted(args.scenario)}`, remedy: meant(args.scenario, args.known, `Scenarios are the files of scenarios/: ${list(args.known)}.`) }),
  'circular-scenario': args => ({ what: `${quoted(args.scenario)} builds on itself: ${args.through.join(' on ')}`, remedy: 'Take it out of one of them.' }),
  'scenario-name-taken': args => args.other === undefined
    ? { what: `${quoted(args.by)} cannot be called ${quoted(args.scenario)}: that is the model as it is`, remedy: 'A scenario goes by the name of its file: give it another.' }
    : { what: `${quoted(args.by)} and ${quoted(args.other)} are both called ${quoted(args.scenario)}`, remedy: 'A scenario goes by the name of its file: rename one of them.' },
  'no-such-line': args => ({ what: `no line of ${args.of}.csv is called ${quoted(args.line)}`, remedy: meant(args.line, args.known, 'A star stands for any letters, as in "microsoft-*".') }),
  'bad-change': args => ({ what: `${quoted(args.key)} wants ${args.wanted}`, remedy: 'The keys of a scenario are in schema/scenario.schema.json, and under "What if" in the README.' }),
  'scenario-fails': args => ({ what: `there is no plan under ${quoted(args.scenario)}, whose changes bring about what else is told`, remedy: 'Mend the scenario: the model by itself has a plan.' }),
  'touches-nothing': args => ({ what: `this change touches nothing: ${nothing[args.why].what}`, remedy: nothing[args.why].remedy }),
  'unknown-tag': args => ({ what: `no line has the tag ${quoted(args.tag)}`, remedy: meant(args.tag, args.known, 'Tags stand in the column "tags" of budget.csv.') }),
  'count-below-nil': args => ({ what: `${args.driver} of ${args.partner} would be below nil from ${quarterName(args.quarter)}; it counts as nil`, remedy: 'Take away fewer, or scale by a percentage.' }),
  'already-partner': args => ({ what: `${quoted(args.partner)} is a partner already`, remedy: 'Give the partner that joins an id of its own.' }),
  'host-leaves': args => ({ what: `${quoted(args.partner)} is the host, and cannot leave`, remedy: 'Name another host in model.yaml to model that.' }),
  'leaves-when-out': args => ({ what: `${quoted(args.partner)} is no partner any more in ${quarterName(args.last)}, or not yet`, remedy: 'Name the last quarter in which it takes part.' }),
  'nothing-to-start-from': args => ({ what: `there is no cost or no baseline in ${yearName(args.year)}${args.category === undefined ? '' : ` in category ${quoted(args.category)}`} to start from`, remedy: 'Leave the category out, or name one with both.' }),

  'no-ranges': args => ({ what: args.scenarios.length === 0 ? 'no scenario is named, and there is no scenarios/risk.yaml' : `nothing in ${list(args.scenarios.map(quoted))} has a range`, remedy: 'Name a scenario with "--scenario" in which a figure is a range, as in { low: 95%, likely: 100%, high: 115% }.' }),
  'unknown-range': args => ({ what: `there is no range called ${quoted(args.range)}`, remedy: meant(args.range, args.known, args.known.length === 0 ? 'Give each of the two ranges a "name".' : `The ranges are ${list(args.known)}.`) }),
  'bad-correlation': badCorrelation,
  'run-fails': args => ({ what: `run ${args.run} of ${args.of} cannot be planned, with what its ranges came to`, remedy: 'Narrow the range that leads to what is said below.' }),
} satisfies Partial<Messages>

function badCorrelation({ between, why }: ArgsOf<'bad-correlation'>): Message {
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

const nothing: Readonly<Record<InVain, Message>> = {
  line: { what: 'no line is all that it names', remedy: 'Each name is known, but no line has them all: leave one out.' },
  quarter: { what: 'it is about quarters after the plan', remedy: 'Name a quarter of the plan, or extend "years" in model.yaml.' },
  cost: { what: 'the lines cost nothing then', remedy: 'Check the line and the period against the plan: farthing plan --by line.' },
  count: { what: 'none of these are counted then', remedy: 'Check the system and the partner, or use "set" to count some.' },
  join: { what: 'the partner that joins has no users, no other count, no baseline and no line of its own', remedy: 'Give it "users", "drivers" or a "baseline": without them it bears nothing, and nobody else less.' },
  rate: { what: 'no line is raised by the index then', remedy: 'A rate raises the blank years of the lines with its index, and none of the years that are stated.' },
}
