/**
 * Markdown for hovers and the like. What comes from the model is text, never markup that could load, link or run something: editors show
 * it beside buttons and commands of their own.
 */

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** A text of the model as plain text in Markdown, on one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&|~]/g, sign => ENTITIES[sign] ?? `\\${sign}`);
}

/** A word in code style. */
export function code(text: string): string {
  return /^[^`\n]+$/.test(text) ? `\`${text}\`` : plain(text);
}

/** A web address that can be followed; anything else as plain text. */
export function address(text: string): string {
  return /^https?:\/\/[^\s<>"'`\\()[\]]+$/.test(text) ? `<${text}>` : plain(text);
}

/**
 * A description: emphasis, code and lists stay, since they can do no more than look; links, images, tables and HTML become plain text.
 * `[[KEY]]` becomes the key. Longer ones are cut after a word, at about `limit` characters.
 */
export function prose(text: string, limit = 600): string {
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/\s+\S*$/, '')} …` : text;
  return cut
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : markup(part)))
    .join('');
}

function markup(text: string): string {
  return text
    .replace(/\[\[(?:[a-z]+:)?([^\]\s]+)\]\]/g, '$1')
    .replace(/[\\`[\]<>&|~]/g, sign => ENTITIES[sign] ?? `\\${sign}`)
    .replace(/^(\s*)([#=])/gm, '$1\\$2');
}

/** How many things of a list a card names before it counts the rest. */
const SHOWN = 6;

/** `a, b, c and 12 more` */
export function shortList(items: readonly string[], shown = SHOWN): string {
  // One more costs no more room than "and 1 more".
  if (items.length <= shown + 1) return items.join(', ');
  return `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;
}
