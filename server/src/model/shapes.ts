/** The shapes of words: keys, dates, web addresses, codes. */

const KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[-./][\p{L}\p{M}\p{N}_]+)*$/u;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*$/u;

/** A letter or `_`, then letters, digits and `_`, with `-`, `.` and `/` between them. */
export function isKey(word: string): boolean {
  return KEY.test(word);
}

/** A key without dots and slashes: kinds and fields have such names, because `KIND.FIELD` names a rule. */
export function isPlainKey(word: string): boolean {
  return NAME.test(word);
}

/** `2020`, `2020-04` or `2020-04-17`, a day of the calendar. */
export function isDate(word: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(word);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An address with a scheme and something behind it. Whether anyone can open it is the business of the rule `public-link`. */
export function isUrl(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s"<>]+$/i.test(word) && URL.canParse(word);
}

/** Something before and after one `@`. */
export function isEmail(word: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(word);
}

/** A code of letters, digits, dots and the like that does not end half-way. */
export function isCode(word: string): boolean {
  return /[\p{L}\p{N}_]$/u.test(word);
}
