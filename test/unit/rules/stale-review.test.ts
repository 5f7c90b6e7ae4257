import { expectFindings } from '../helpers/expect.ts';

/** The rule switched on, with a limit in months, on 15 June 2026. */
function expectStale(model: string, reviewMonths?: number): void {
  const settings = { severities: { 'stale-review': 'warning' as const }, reviewMonths };
  expectFindings(model, { only: ['stale-review'], settings, today: '2026-06-15' });
}

describe('stale-review', () => {
  it('is reported where the limit has passed, counted from the last day that the date can mean', () =>
    expectStale(
      `
      product A "Reviewed on the last day that counts" { reviewed 2024-12-15 }
      product B "Reviewed a day before" { reviewed 2024-12-14 }
                                                   ^^^^^^^^^^ stale-review: B (Reviewed a day before) was last reviewed 2024-12-14, more than 18 months ago. Review it again, and state the new date.
      product C "Reviewed in the month" { reviewed 2024-12 }
      product D "Reviewed in the month before" { reviewed 2024-11 }
                                                          ^^^^^^^ stale-review
      product E "Reviewed in the year" { reviewed 2024 }
      product F "Reviewed in the year before" { reviewed 2023 }
                                                         ^^^^ stale-review`,
      18,
    ));

  it('is reported where nobody ever reviewed it', () =>
    expectStale(`
      product NORTH "North Campus"
              ^^^^^ stale-review: NORTH (North Campus) has never been reviewed. Review it, and state the date after \`reviewed\`.
      product SOUTH "South Campus" { reviewed 1990 }`));

  it('does not ask of obsolete products, and leaves malformed dates to other rules', () =>
    expectStale(
      `
      product OLD "Old Campus" { obsolete }
      product NEW "New Campus" { reviewed soon }`,
      18,
    ));

  it('is off unless the project asks for it', () =>
    expectFindings('product NORTH "North Campus"', { only: ['stale-review'] }));
});
