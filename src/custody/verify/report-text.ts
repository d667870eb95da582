import { DIFFERENCE_CODES, type Difference, type DifferenceCode } from '../domain/difference.js';
import type { VerificationReport } from './verification.js';

/** The report as a person at the desk reads it: the verdict first, then each difference with what was expected and found. */
export function reportText(report: VerificationReport): string {
  const { counts } = report;
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  const lines = [
    verdict(report),
    '',
    `Checked in ${seconds.toFixed(1)} s, finished ${report.finishedAt}:`,
    `  ${count(counts.events, 'custody event')} in ${count(counts.chains, 'chain')}`,
    `  ${count(counts.objects, 'preserved object')}, ${counts.bytes.toLocaleString('en')} bytes read`,
    `  ${count(counts.checkpoints, 'signed checkpoint')}`,
    ...(counts.checkpoints === 0
      ? ['  Without a checkpoint a log that was cut off or wholly rewritten cannot be told from a right one.']
      : []),
    ...(report.custodyRoleProtected
      ? []
      : [
          '  Custody is not role-protected: the service connects to the database with a role that could change the log.',
        ]),
    ...differenceLines(report),
  ];
  return `${lines.join('\n')}\n`;
}

function verdict(report: VerificationReport): string {
  const total = Object.values(report.codes).reduce((sum, one) => sum + one, 0);
  if (!report.ok)
    return `DIFFERENCES FOUND: ${total}. What was preserved, or the record of it, has been changed.`;
  if (total > 0) return `Whole. Everything preserved is as it was sealed (${count(total, 'warning')} below).`;
  return 'Whole. Everything preserved is as it was sealed, and the record of it is unbroken.';
}

function differenceLines(report: VerificationReport): string[] {
  return Object.entries(report.codes).flatMap(([code, total]) => {
    const listed = report.differences.filter((one) => one.code === code);
    const title = `${code} ${DIFFERENCE_CODES[code as DifferenceCode]}: ${total}`;
    const more = total > listed.length ? [`  … and ${total - listed.length} more`] : [];
    return ['', title, ...listed.flatMap(oneDifference), ...more];
  });
}

function oneDifference(one: Difference): string[] {
  const mark = one.severity === 'warning' ? 'warning: ' : '';
  return [
    `  ${mark}${one.subject}`,
    `    ${one.message}`,
    ...(one.expected === undefined ? [] : [`    expected ${one.expected}`]),
    ...(one.found === undefined ? [] : [`    found    ${one.found}`]),
  ];
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}
