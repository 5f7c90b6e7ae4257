import type { RulesResult } from '../../server/src/protocol.ts';

/**
 * The page of one rule.
 * @param markdown all rules, one section each, whose heading has the rule's id as a word
 * @param id the rule
 * @param rules those of the open projects, for one that a project states itself and that no section tells of
 * @returns its section, from its heading to the next one of the same or a higher level; else its sentence
 */
export function rulePage(markdown: string, id: string, rules: RulesResult): string {
  const lines = markdown.split(/\r?\n/);
  const start = lines.findIndex(line => headingLevel(line) > 1 && line.split(/[\s`]+/).includes(id));
  if (start >= 0) {
    const level = headingLevel(lines[start]!);
    const length = lines.slice(start + 1).findIndex(line => headingLevel(line) > 0 && headingLevel(line) <= level);
    return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
  }
  const rule = rules.find(rule => rule.id === id);
  return rule ? `## \`${id}\`\n\n${rule.title}\n` : `## \`${id}\`\n\nNo open project has a rule of this name.\n`;
}

/** How many `#` begin the line as a heading; 0 for any other line. */
function headingLevel(line: string): number {
  return /^(#{1,6}) /.exec(line)?.[1]?.length ?? 0;
}
