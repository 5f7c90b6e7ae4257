import { becomes } from './layout.ts';

describe('the formatter orders', () => {
  it('attributes as their table does: the description first, requirements last', () =>
    becomes(
      `
      service POPSRV "Planned Observation Publication" {
        satisfies DMS-REQ-0353
        waive service.hosted-on "Not deployed yet." until 2027
        uses OBSPUB
        tier gold
        team LDF
        owner TJenness, KTLim
        short "Planned Obs Pub"
        """Publishes where the telescope points next."""
      }
      `,
      `
      service POPSRV "Planned Observation Publication" {
        """Publishes where the telescope points next."""
        short "Planned Obs Pub"
        owner TJenness, KTLim
        team LDF
        uses OBSPUB
        waive service.hosted-on "Not deployed yet." until 2027
        tier gold
        satisfies DMS-REQ-0353
      }
      `,
    ));

  it('attributes before what is nested, which keeps its own order', () =>
    becomes(
      `
      package FAC "Facilities" {
        facility SUMMIT "Summit" { owner A }
        facility BASE "Base" { owner A }
        manager CSilva
      }
      `,
      `
      package FAC "Facilities" {
        manager CSilva

        facility SUMMIT "Summit" { owner A }
        facility BASE "Base" { owner A }
      }
      `,
    ));

  it('what the registry says, and in a kind only its description', () =>
    becomes(
      `
      document LSE-61 "Requirements" {
        link https://ls.st/LSE-61
        date 2019
      }
      kind robot {
        complete owner [1..*]
        field tier one of gold, silver
        """Moves about."""
        consistent link [1]
      }
      `,
      `
      document LSE-61 "Requirements" {
        date 2019
        link https://ls.st/LSE-61
      }
      kind robot {
        """Moves about."""
        complete owner [1..*]
        field tier one of gold, silver
        consistent link [1]
      }
      `,
    ));

  it('comments with the statements below them and before them', () =>
    becomes(
      `
      service A "A" {
        team LDF // since 2020
        // Who accepts it
        /* and keeps it */
        owner TJenness
      }
      `,
      `
      service A "A" {
        // Who accepts it
        /* and keeps it */
        owner TJenness
        team LDF // since 2020
      }
      `,
    ));

  it('not where an attribute is repeated', () =>
    becomes(`
      service A "A" {
        team LDF
        owner TJenness
        team ARCH
      }
    `));

  it('not where something is misplaced or not understood', () =>
    becomes(`
      package A "A" {
        team LDF
        person B "B"
        owner C
      }

      package D "D" {
        team LDF
        = 7
        owner C
      }
    `));

  it('not where someone is still typing', () =>
    becomes(`
      service A "A" {
        team LDF
        owner
      }
    `));

  it('waivers, which may be repeated, among each other as they were', () =>
    becomes(
      `
      service A "A" {
        waive b "B"
        owner C
        waive a "A"
      }
      `,
      `
      service A "A" {
        owner C
        waive b "B"
        waive a "A"
      }
      `,
    ));
});
