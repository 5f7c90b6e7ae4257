/** What axe, a checker of pages for people who use a screen reader or the keyboard alone, finds in a page or a frame. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule of axe that the page breaks, and where. */
interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** What is serious or critical, each with the first three places. Only a page that shows something is worth asking about. */
export async function serious(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const violations: Violation[] = await frame.evaluate('axe.run().then(({ violations }) => violations)');
  const places = (nodes: Violation['nodes']): string =>
    nodes
      .slice(0, 3)
      .map(({ html }) => html.slice(0, 160))
      .join(' | ');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${places(nodes)}`);
}
