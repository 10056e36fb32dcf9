// What the judges found, for people: a line for each promise, complaints below it, the count last.

const MOST_COMPLAINTS = 12;

/** Writes one line. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Tells the results and answers with the exit status. */
export function report(results) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const lacking = new Set();
  for (const { name, missing, tried, complaints } of results) {
    const outcome = missing.length > 0 ? 'skipped' : complaints.length > 0 ? 'failed' : 'passed';
    count[outcome] += 1;
    missing.forEach((tool) => lacking.add(tool));
    const detail =
      outcome === 'skipped' ? `without ${missing.join(' and ')}` : `${tried} ${tried === 1 ? 'page' : 'pages'}`;
    say(`${outcome.padEnd(7)} ${name} (${detail})`);
    complaints.slice(0, MOST_COMPLAINTS).forEach((each) => say(`        - ${each}`));
    if (complaints.length > MOST_COMPLAINTS) say(`        … and ${complaints.length - MOST_COMPLAINTS} more`);
  }
  if (count.skipped > 0) {
    say('');
    say(`!!! ${count.skipped} TESTS WERE LEFT OUT, for want of ${[...lacking].join(', ')} !!!`);
  }
  say(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  return count.failed > 0 ? 1 : 0;
}
