/** Rows and cells as spreadsheets put them on the clipboard. */

/** The cells of each row that is not empty. A cell in quotes may hold line ends, tabs and doubled quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=\t|\r?\n|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/y;
  for (;;) {
    const match = cell.exec(text);
    if (!match) break;
    const [, image, end] = match;
    rows.at(-1)!.push(unquoted(image).trim());
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter(row => row.some(cell => cell !== ''));
}

function unquoted(image: string): string {
  return /^".*"$/s.test(image) ? image.slice(1, -1).replaceAll('""', '"') : image;
}
