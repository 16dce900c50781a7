import { cpus, loadavg, totalmem } from 'node:os';

/** A row of the battery once it is over. */
export type Result = {
  number: number;
  title: string;
  seconds: number;
  tried: number;
  survived: number;
  refused: number;
  leaked: number;
  losses: string[];
  notes: string[];
  passed: boolean;
};

export type Machine = { processor: string; cores: number; memoryGb: number; node: string; busy: number };

export function theMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    busy: loadavg()[0]!,
  };
}

const SHOWN_LOSSES = 12;

export function describeRow(result: Result): string {
  const { number, title, seconds, tried, survived, refused, leaked, losses, notes, passed } = result;
  const lines = [
    `${passed ? 'held' : 'BROKE'}  ${number}. ${title} (${seconds.toFixed(0)} s): tried ${tried}, survived ${survived}, refused ${refused}, leaked ${leaked}`,
    ...notes.map((note) => `         ${note}`),
    ...losses.slice(0, SHOWN_LOSSES).map((loss) => `     ✗   ${loss}`),
  ];
  if (losses.length > SHOWN_LOSSES) lines.push(`     ✗   … and ${losses.length - SHOWN_LOSSES} more`);
  return lines.join('\n');
}

export function describeTable(results: readonly Result[], machine: Machine): string {
  const { cores, processor, memoryGb, node, busy } = machine;
  const lines = results.map(
    ({ number, title, seconds, tried, survived, refused, leaked, losses }) =>
      `| ${number} | ${title} | ${tried} | ${survived} | ${refused} | ${leaked} | ${losses.length} | ${seconds.toFixed(0)} |`,
  );
  return [
    '',
    `${cores} cores ${processor}, ${memoryGb} GB, node ${node}, load ${busy.toFixed(1)}`,
    '',
    '| # | row | tried | survived | refused | leaked | losses | s |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
