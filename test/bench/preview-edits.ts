/** From an edit to the picture that shows it, with what the server sends for it. */
import type { Harness, View } from '../webview/harness.ts';
import { measure, type Row } from './measure.ts';

/** So many times each edit is made. */
const TIMES = 20;

/** An edit that goes back and forth between two texts, and the part of the page that shows it. */
interface Edit {
  what: string;
  /** The line, by a text that only it has or that is the first after the product's line. */
  line: number;
  /** What stands there, and what takes its place in turn. */
  texts: [string, string];
  /** What of the page shows it, and how each of the two texts looks there. */
  selector: string;
  looks: [string, string];
}

/**
 * Measures a keystroke in each part of a product that is selected.
 * @param generated whether the project is a generated one; else it is the example
 */
export async function keystrokes(harness: Harness, view: View, generated: boolean): Promise<Row[]> {
  const file = generated ? 'areas/area-5.ptree' : 'science-platform/services.ptree';
  const key = generated ? 'P5-7' : 'NBLSRV';
  const parents: [string, string] = generated ? ['DIV5', 'DIV6'] : ['DMSRV', 'DMSW'];
  await view.page.getByRole('searchbox').fill(key);
  await view.still();
  const lines = (await harness.client.open(file)).split('\n');
  const declared = lines.findIndex(text => text.includes(` ${key} "`));
  const after = (word: string): number => lines.findIndex((text, at) => at > declared && text.trim().startsWith(word));
  const name = /"(.*)"/.exec(lines[declared]!)![1]!;
  const owner = lines[after('owner')]!.trim().split(/\s+/)[1]!;
  const [other, otherName] = generated ? ['O7', 'Owner 7'] : ['WOMullane', "Wil O'Mullane"];
  const ownerName = await view.page.locator('.detail dt:text-is("owner") + dd button').first().textContent();
  const parentNames: [string, string] = generated
    ? ['Division 5', 'Division 6']
    : ['Service Products', 'Software Products'];
  const start = lines[after('"""')]!.trim().slice(3, 12);
  const edits: Edit[] = [
    {
      what: 'name',
      line: declared,
      texts: [`"${name}`, `"x${name}`],
      selector: '.card.selected .name',
      looks: [name, `x${name}`],
    },
    {
      what: 'description',
      line: after('"""'),
      texts: [`"""${start}`, `"""x${start}`],
      selector: '.detail .prose',
      looks: [start, `x${start}`],
    },
    {
      what: 'rename (key)',
      line: declared,
      texts: [` ${key} "`, ` ${key}x "`],
      selector: '.card.selected .key',
      looks: [key, `${key}x`],
    },
    {
      what: 'owner',
      line: after('owner'),
      texts: [`owner ${owner}`, `owner ${other}`],
      selector: '.detail dl',
      looks: [ownerName!, otherName],
    },
    {
      what: 'move (in PARENT)',
      line: 0,
      texts: [`in ${parents[0]}`, `in ${parents[1]}`],
      selector: '.crumbs',
      looks: parentNames,
    },
  ];
  const rows: Row[] = [];
  for (const edit of edits) rows.push(await keystroke(harness, view, file, lines, edit));
  return rows;
}

async function keystroke(
  harness: Harness,
  view: View,
  file: string,
  lines: readonly string[],
  { what, line, texts, selector, looks }: Edit,
): Promise<Row> {
  const character = lines[line]!.indexOf(texts[0]);
  if (character < 0) throw new Error(`No "${texts[0]}" in line ${line + 1} of ${file}.`);
  const sent: number[] = [];
  /** Which of the two texts stands there now. */
  let at = 0;
  const turn = async (): Promise<void> => {
    const [from, to] = [at, 1 - at];
    at = to;
    const before = harness.patches.length;
    const detailed = view.detailed;
    const shown = pictured(view, selector, looks[to]!);
    const typed = harness.client.type(file, line, character, texts[from]!.length, texts[to]!);
    view.refresh();
    await shown;
    await typed;
    const patches = harness.patches.slice(before).reduce((sum, patch) => sum + JSON.stringify(patch).length, 0);
    sent.push(patches + view.detailed - detailed);
  };
  const row = await measure(`keystroke to picture: ${what}`, TIMES, turn);
  // Back to what the text was, for the edits that follow.
  if (at === 1) await turn();
  const bytes = sent.sort((a, b) => a - b)[sent.length >> 1];
  return { ...row, work: `${bytes} bytes sent` };
}

/** Settles once a part of the page shows a text, and that was drawn. The page itself waits: asking it again and again takes longer than it does. */
function pictured(view: View, selector: string, text: string): Promise<void> {
  return view.page.evaluate(
    ([selector, text]) =>
      new Promise<void>(done => {
        const isShown = (): boolean => {
          const shown = document.querySelector(selector)?.textContent ?? '';
          const at = shown.indexOf(text);
          return at >= 0 && shown[at - 1] !== 'x' && shown[at + text.length] !== 'x';
        };
        const observer = new MutationObserver(() => {
          if (!isShown()) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(done));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [selector, text] as const,
  );
}
